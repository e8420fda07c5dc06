import { advance, progressOf, type Progress } from '../../deploy/events/progress.ts'
import type { Output } from '../output.ts'
import { renderEvent } from '../deployment/render-result.ts'
import { duration } from './duration.ts'
import type { View } from './view.ts'

/** Silence after which a sign of life is given, in milliseconds. */
const silence = 30_000

/**
 * A line for each event, and a sign of life when nothing has happened for half a minute: log viewers and CI systems take silence for
 * the end. With several stacks each line begins with the stack's name.
 */
export function plainView(output: Output, { named }: { readonly named: boolean }): View {
  const running = new Map<string, Progress>()
  let last = Date.now()
  const write = (text: string): void => {
    last = Date.now()
    output.say(text)
  }
  const prefix = (stack: string | undefined): string => (named && stack !== undefined ? `${stack}: ` : '')
  const beat = setInterval(
    () => {
      if (running.size === 0 || Date.now() - last < heartbeat()) return
      for (const progress of running.values()) write(signOfLife(progress, Date.now()))
    },
    Math.min(1000, heartbeat()),
  )
  beat.unref()
  return {
    say: (text, stack) => write(`${prefix(stack)}${text}`),
    began: (stack, facts) => void running.set(stack, progressOf(stack, { ...facts, began: Date.now() })),
    event(stack, event) {
      const progress = running.get(stack)
      if (progress !== undefined) running.set(stack, advance(progress, event))
      write(`${prefix(stack)}${renderEvent(event)}`)
    },
    ended: (stack) => void running.delete(stack),
    pause: () => undefined,
    resume: () => undefined,
    close: () => clearInterval(beat),
  }
}

/** For example `Still deploying stack "web": 3 of 8 resources, 2:30 min; waiting for Database, Cluster`. */
export function signOfLife({ stack, done, total, began, active }: Progress, now: number): string {
  const names = active.slice(0, 5).map(({ logicalId }) => logicalId)
  const more = active.length > names.length ? ` and ${active.length - names.length} more` : ''
  const waiting = names.length > 0 ? `; waiting for ${names.join(', ')}${more}` : ''
  const time = duration((now - began) / 1000)
  return `Still deploying stack "${stack}": ${done} of ${Math.max(total, done)} resources, ${time}${waiting}`
}

/** `CFSTACK_HEARTBEAT_MS` sets it for tests. */
function heartbeat(): number {
  const given = Number(process.env['CFSTACK_HEARTBEAT_MS'])
  return Number.isFinite(given) && given > 0 ? given : silence
}
