import { finishDetection } from '../drift/finish-detection.ts'
import { continueChangeSet } from '../change-sets/make-change-set.ts'
import { continueRefactor } from '../refactor/continue-refactor.ts'
import type { Due, World } from '../world.ts'
import { continueTask, startTask } from './actions.ts'
import { type OtherRoom } from './due.ts'
import { failStack } from './fail-task.ts'
import { endMonitor } from './phases/apply.ts'
import { proceed, settleTask } from './proceed.ts'
import { runOf, type Run } from './run.ts'

/** When something will happen next; undefined when nothing will. */
export function nextDue(world: World): number | undefined {
  return world.due[0]?.at
}

/** Plays what is due until a time, in order. */
export function advance(world: World, to: number): void {
  while (world.due.length > 0 && world.due[0]!.at <= to) playNext(world)
  world.now = Math.max(world.now, to)
}

/** Plays everything until nothing is left that happens by itself: what waits for somebody, up to a limit, goes on waiting. */
export function settle(world: World): void {
  while (world.due.some(({ isLimit }) => !isLimit)) playNext(world)
}

function playNext(world: World): void {
  const due = world.due.shift()!
  world.now = Math.max(world.now, due.at)
  const elsewhere = otherRooms[due.kind]
  if (elsewhere !== undefined) return elsewhere(world, due)
  const run = runOf(world, due.stackId)
  if (run === undefined) return
  play(run, due)
  proceed(run)
}

/** What goes on beside the operations on stacks. */
const otherRooms: { readonly [kind in OtherRoom]: (world: World, due: Due) => void } & {
  readonly [kind: string]: ((world: World, due: Due) => void) | undefined
} = {
  'change-set': continueChangeSet,
  drift: (world, due) => finishDetection(world, String(due['detection'])),
  refactor: (world, due) => continueRefactor(world, String(due['refactor'])),
}

/** What happens to a stack as a whole. */
const stackSteps: { readonly [kind: string]: (run: Run) => void } = {
  go: () => undefined,
  cancel: (run) => {
    const { phase, kind } = run.running
    if (phase === 'apply')
      failStack(run, kind === 'create' ? 'Resource creation cancelled.' : 'Resource update cancelled')
  },
  monitored: endMonitor,
  timeout: (run) => {
    if (run.running.phase === 'apply') failStack(run, 'Stack creation time exceeded the specified timeout.')
  },
}

function play(run: Run, due: Due): void {
  const key = due.logicalId
  if (key === undefined) return stackSteps[due.kind]!(run)
  const task = run.running.tasks[key]
  if (task === undefined || task.state !== 'going') return
  const step = due.kind === 'again' ? startTask : continueTask(due.kind)
  settleTask(run, key, step(run, key, task))
}
