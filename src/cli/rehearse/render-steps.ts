import type { Step } from '../../sandbox/rehearse/steps.ts'
import { duration } from '../progress/duration.ts'

const marks: Readonly<Record<Step['outcome'], string>> = { done: ' ', failed: '!', kept: '=', 'cut off': '-' }
const barWidth = 24

/** Steps as a timeline: when each begins, how long it takes, and what it is; phases as headings when there are several. */
export function renderSteps(
  steps: readonly Step[],
  sources: Readonly<Record<string, string>>,
): readonly string[] {
  const total = Math.max(1, ...steps.map(({ end }) => end))
  const width = Math.max(0, ...steps.map(({ logicalId }) => logicalId.length))
  const phases = [...new Set(steps.map(({ phase }) => phase))]
  return phases.flatMap((phase) => [
    ...(phases.length > 1 || phase !== 'deployment' ? [`  ${phase}:`] : []),
    ...steps
      .filter((step) => step.phase === phase)
      .map((step) => {
        const { logicalId, action, start, end, outcome, reason, type } = step
        const where = sources[logicalId] === undefined ? '' : `  (${sources[logicalId]})`
        const why = outcome === 'failed' && reason !== undefined ? `  ${reason}` : ''
        return (
          `  ${clock(start)} ${barOf(step, total)} ${duration(end - start).padStart(8)} ${marks[outcome]} ` +
          `${action} ${logicalId.padEnd(width)}  ${type}${where}${why}`
        ).trimEnd()
      }),
  ])
}

/** Seconds after the beginning, as `1:05`. */
export function clock(seconds: number): string {
  const whole = Math.round(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`.padStart(6)
}

function barOf({ start, end }: Step, total: number): string {
  const from = Math.min(barWidth - 1, Math.floor((start / total) * barWidth))
  const long = Math.max(1, Math.min(barWidth - from, Math.round(((end - start) / total) * barWidth)))
  return `${' '.repeat(from)}${'█'.repeat(long)}`.padEnd(barWidth)
}
