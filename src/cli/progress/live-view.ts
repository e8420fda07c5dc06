import type { StackEvent } from '../../deploy/calls/client.ts'
import { advance, progressOf, type Progress } from '../../deploy/events/progress.ts'
import { isFailure, isStackItself } from '../../deploy/events/root-cause.ts'
import type { Palette } from '../colour.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { renderEvent } from '../deployment/render-result.ts'
import { duration } from './duration.ts'
import { renderLive } from './render-live.ts'
import type { View } from './view.ts'

/** Milliseconds between two drawings. */
const frame = 250

/** A terminal: its width, and how to write on it. */
export interface Screen {
  readonly columns: number
  write(text: string): void
}

/**
 * What moves stands at the bottom of the terminal and is drawn anew; what has happened scrolls away above it: resources that are done or failed,
 * and what the stack says of itself.
 */
export function liveView(
  screen: () => Screen,
  palette: Palette,
  { named }: { readonly named: boolean },
): View {
  const running = new Map<string, Progress>()
  let drawn = 0
  let paused = false
  let held = ''
  const erase = (): string => (drawn === 0 ? '' : `\u001B[${drawn}A\r\u001B[J`)
  const draw = (above = ''): void => {
    // What happens while somebody types waits until the answer is there.
    held += above
    if (paused) return
    const { columns, write } = screen()
    const lines = renderLive([...running.values()], { columns, now: Date.now() })
    write(`${erase()}${held}${lines.map((line) => `${line}\n`).join('')}`)
    drawn = lines.length
    held = ''
  }
  const timer = setInterval(() => {
    if (running.size > 0) draw()
  }, frame)
  timer.unref()
  const prefix = (stack: string | undefined): string => (named && stack !== undefined ? `${stack}: ` : '')
  return {
    say: (text, stack) => draw(`${prefix(stack)}${paintPlan(text, palette)}\n`),
    began(stack, facts) {
      running.set(stack, progressOf(stack, { ...facts, began: Date.now() }))
      draw()
    },
    event(stack, event) {
      const before = running.get(stack)
      if (before !== undefined) running.set(stack, advance(before, event))
      const line = lasting(event, before, palette)
      draw(line === undefined ? '' : `${prefix(stack)}${line}\n`)
    },
    ended(stack) {
      running.delete(stack)
      draw()
    },
    pause() {
      paused = true
      screen().write(erase())
      drawn = 0
    },
    resume() {
      paused = false
      draw()
    },
    close() {
      clearInterval(timer)
      paused = false
      if (held !== '') draw()
      if (drawn > 0) screen().write(erase())
      drawn = 0
    },
  }
}

/** What stays on the screen of an event; undefined for a resource that only begins. */
function lasting(event: StackEvent, before: Progress | undefined, palette: Palette): string | undefined {
  const { LogicalResourceId: id = '', ResourceStatus: status = '', ResourceType: type = '' } = event
  if (before === undefined || isStackItself(event)) return renderEvent(event)
  if (isFailure(event))
    return palette.level('error')(`✗ ${id}  ${type}  ${event.ResourceStatusReason ?? status}`)
  if (status.endsWith('_IN_PROGRESS')) return undefined
  const since = before.active.find(({ logicalId }) => logicalId === id)?.since
  const took = since === undefined ? '' : duration(((event.Timestamp?.getTime() ?? since) - since) / 1000)
  return `✓ ${id}  ${palette.dim(`${type}  ${took}`)}`
}
