import type { Progress } from '../../deploy/events/progress.ts'
import { duration } from './duration.ts'

const longestBar = 30
/** Active resources that are shown of one stack. */
const shownActive = 8

export interface LiveFrame {
  readonly columns: number
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The lines that move: for each stack a bar over all resources, then a line for each active one. None is wider than the window. */
export function renderLive(running: readonly Progress[], { columns, now }: LiveFrame): readonly string[] {
  return running.flatMap((progress) => {
    const active = progress.active.slice(0, shownActive)
    const more = progress.active.length - active.length
    const longest = Math.max(0, ...active.map(({ logicalId }) => logicalId.length))
    return [
      barLine(progress, { columns, now }),
      ...active.map(({ logicalId, type, status, since }, index) => {
        const branch = index === active.length - 1 && more === 0 ? '└─' : '├─'
        const time = duration((now - since) / 1000).padStart(8)
        return `${branch} ${logicalId.padEnd(longest)} ${time}  ${verb(status)}  ${type}`
      }),
      ...(more > 0 ? [`└─ and ${more} more`] : []),
    ].map((line) => cut(line, columns))
  })
}

function barLine(progress: Progress, { columns, now }: LiveFrame): string {
  const { stack, done, total, began, expectedSeconds, turnsBack } = progress
  const all = Math.max(total, done, 1)
  const width = Math.max(5, Math.min(longestBar, columns - 50))
  const full = Math.round((done / all) * width)
  const expected = expectedSeconds === undefined ? '' : ` of about ${duration(expectedSeconds)}`
  const bar = `${'█'.repeat(full)}${'░'.repeat(width - full)}`
  return `${stack} ${bar} ${done}/${all}  ${duration((now - began) / 1000)}${expected}${turnsBack ? '  going back' : ''}`
}

function verb(status: string): string {
  const word = status
    .replace(/_IN_PROGRESS$/, '')
    .toLowerCase()
    .replaceAll('_', ' ')
  return word.padEnd(6)
}

function cut(line: string, columns: number): string {
  return line.length < columns ? line : `${line.slice(0, Math.max(1, columns - 2))}…`
}
