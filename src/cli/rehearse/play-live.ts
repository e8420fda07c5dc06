import { setTimeout as delay } from 'node:timers/promises'
import type { Step } from '../../sandbox/rehearse/steps.ts'
import { clock } from './render-steps.ts'

/** The lines of steps as they happen, with the second of each. */
export function liveLines(steps: readonly Step[]): readonly (readonly [at: number, line: string])[] {
  const words = { done: 'done', failed: 'failed', kept: 'kept', 'cut off': 'cut off' }
  return steps
    .flatMap((step, index) => {
      const { logicalId, type, action, start, end, outcome, reason, phase } = step
      const what = `${action} ${logicalId}  ${type}`
      const when = phase === 'deployment' ? '' : `  (${phase})`
      const why = outcome === 'failed' && reason !== undefined ? `: ${reason}` : ''
      return [
        { at: start, rank: index, line: `${clock(start)}  begins   ${what}${when}` },
        {
          at: end,
          rank: index - steps.length,
          line: `${clock(end)}  ${words[outcome].padEnd(7)}  ${what}${when}${why}`,
        },
      ]
    })
    .sort((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ at, line }) => [at, line] as const)
}

/** Says the lines of steps when they happen, so many times faster than in reality. */
export async function playLive(
  steps: readonly Step[],
  {
    speed,
    say,
    signal,
  }: { readonly speed: number; readonly say: (line: string) => void; readonly signal: AbortSignal },
): Promise<void> {
  let now = 0
  for (const [at, line] of liveLines(steps)) {
    await delay(((at - now) / speed) * 1000, undefined, { signal })
    now = at
    say(line)
  }
}
