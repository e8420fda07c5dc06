import type { Check, Problem } from './check.ts'
import { checks } from './checks.ts'
import { existingPath } from './existing-path.ts'
import type { Finding, Level } from './finding.ts'
import type { JsonObject } from './json.ts'
import type { TemplateView } from './template-view.ts'
import type { Timer } from './timer.ts'

/** What findings are made with. */
interface Circumstances {
  /** The template before its loops were written out. */
  readonly written: JsonObject
  readonly timer: Timer
  /** Names to `file:line`. */
  readonly sources: { readonly [name: string]: string }
}

/** What every check finds, each thing once; nothing of a check that had no time to finish. */
export function runChecks(view: TemplateView, circumstances: Circumstances): readonly Finding[] {
  const { timer } = circumstances
  const found = new Map<string, Finding>()
  for (const check of checks) {
    const problems: Problem[] = []
    const failure = timer.isOver() ? undefined : runSafely(check, view, problems)
    if (timer.isOver()) return [...found.values(), ...undecidedIn(view), undecided(timeIsOver)]
    if (failure !== undefined) found.set(failure, undecided(failure))
    for (const problem of problems) {
      const finding = toFinding(check, problem, view, circumstances)
      const key = JSON.stringify([finding.code, finding.path, finding.message])
      if (!found.has(key)) found.set(key, finding)
    }
  }
  return [...found.values(), ...undecidedIn(view)]
}

/** The most steps of one check. */
const most = 100_000

const timeIsOver = 'The template took too long: what the other checks would say was not decided'

/** What the checks left undecided because it has too many cases. */
function undecidedIn({ effort }: TemplateView): readonly Finding[] {
  return [...effort.undecided].map((logicalId) => ({
    ...undecided(`There are too many cases of "${logicalId}": not everything about it was decided`),
    path: ['Resources', logicalId],
    logicalId,
  }))
}

/** Why the check could not be finished; a mistake of ours is no reason to say nothing about the template. */
function runSafely(check: Check, view: TemplateView, problems: Problem[]): string | undefined {
  try {
    const isDone = view.effort.within(most, () =>
      check.run(view, (problem) => {
        view.effort.spend(1)
        problems.push(problem)
      }),
    )
    return isDone
      ? undefined
      : `The template takes the check for ${check.rules[0].code} too many steps: not everything was decided`
  } catch (error) {
    problems.length = 0
    return `The check for ${check.rules[0].code} failed, please report it: ${(error as Error).message}`
  }
}

function undecided(message: string): Finding {
  return { code: 'CFS0001', level: 'info', path: [], message }
}

function toFinding(
  check: Check,
  problem: Problem,
  view: TemplateView,
  { written, sources }: Circumstances,
): Finding {
  const { path, message, hint, code = check.rules[0].code, level = levelOf(check, code) } = problem
  const logicalId = path[0] === 'Resources' && typeof path[1] === 'string' ? path[1] : undefined
  const element = path.length > 1 ? String(path[1]) : ''
  const source = Object.hasOwn(sources, element) ? sources[element] : undefined
  return {
    code,
    level,
    path: existingPath(view.origins.of(path), written),
    ...(logicalId !== undefined && { logicalId }),
    message,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
  }
}

function levelOf({ rules }: Check, code: string): Level {
  return (rules.find((rule) => rule.code === code) ?? rules[0]).level
}
