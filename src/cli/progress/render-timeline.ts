import type { ResourceTime } from '../../deploy/events/timeline.ts'
import { duration } from './duration.ts'

const width = 32
const shownResources = 10

/** The slowest resources as bars over the time of the whole operation. */
export function renderTimeline(times: readonly ResourceTime[]): readonly string[] {
  const shown = times.slice(0, shownResources)
  const total = Math.max(1, ...times.map(({ start, seconds }) => start + seconds))
  const longestId = Math.max(0, ...shown.map(({ logicalId }) => logicalId.length))
  const rest = times.length - shown.length
  return [
    'Slowest resources:',
    ...shown.map(({ logicalId, start, seconds, type }) => {
      const from = Math.min(width - 1, Math.floor((start / total) * width))
      const long = Math.max(1, Math.min(width - from, Math.round((seconds / total) * width)))
      const bar = `${' '.repeat(from)}${'█'.repeat(long)}`.padEnd(width)
      return `  ${logicalId.padEnd(longestId)}  ${bar}  ${duration(seconds).padStart(7)}  ${type}`
    }),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}
