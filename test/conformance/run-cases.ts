import type { Case } from './case.ts'
import type { Addresses } from './neighbours.ts'
import { stageAt, type Stage } from './stage.ts'

/** What became of each case: undefined when the endpoint does it, otherwise what it did instead. */
export type Results = ReadonlyMap<Case, string | undefined>

const atOnce = 6
const patience = 25_000

/** Runs cases against an endpoint, a few at a time; each makes stacks of its own. */
export async function runCases(url: string, cases: readonly Case[], addresses?: Addresses): Promise<Results> {
  const results = new Map<Case, string | undefined>()
  const waiting = [...cases]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      results.set(next, await failureOf(stageAt(url, addresses), next))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return new Map(cases.map((each) => [each, results.get(each)]))
}

/** What goes wrong when the case is run. */
export async function failureOf(stage: Stage, { run }: Case): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((done) => {
    timer = setTimeout(() => done(`no end after ${patience / 1000} s`), patience)
  })
  const outcome = run(stage).then(
    () => undefined,
    (reason: unknown) => (reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason)),
  )
  const failure = await Promise.race([outcome, late])
  clearTimeout(timer)
  return failure
}
