import type { SourceLine } from '../model/source.ts'
import { CfstackError } from '../model/error.ts'

/** One thing that is wrong with a composition. */
export interface Problem {
  readonly code: string
  readonly stack: string
  /** Logical id that the problem is about, when it is about one. */
  readonly id?: string
  readonly message: string
  readonly hint?: string
  /** The lines that made what the problem is about. */
  readonly sources: readonly SourceLine[]
}

/** How a source line is written: `stacks/web.ts:12`. */
export type Place = (line: SourceLine) => string

/** Thrown by `compose` with everything that is wrong, all at once. */
export class ComposeError extends CfstackError {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], place: Place) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    super(
      'E_COMPOSE',
      [`Cannot compose the stacks: ${count}`, ...problems.map((one) => written(one, place))].join('\n'),
    )
    this.problems = problems
  }
}

function written(problem: Problem, place: Place): string {
  const lines = [`  ${problem.stack}: ${problem.message}   ${problem.code}`]
  for (const source of problem.sources) lines.push(`    at ${place(source)}`)
  if (problem.hint !== undefined) lines.push(`    hint: ${problem.hint}`)
  return lines.join('\n')
}

/** Source lines that are known, in order. */
export function known(...sources: readonly (SourceLine | undefined)[]): readonly SourceLine[] {
  return sources.filter((source) => source !== undefined)
}
