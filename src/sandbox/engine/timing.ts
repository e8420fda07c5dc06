import type { JsonObject, StackState, World } from '../world.ts'
import { schedule } from './due.ts'
import { slowness } from './faults.ts'
import type { Run } from './run.ts'
import { typicalDuration } from '../types/typical-duration.ts'

/** How long after its start a resource that is made or changed has told its physical id, in milliseconds. */
const initiation = 1000

/** A step of a task happens later. */
export function later(run: Run, key: string, kind: string, after: number): void {
  schedule(run.world, { at: run.world.now + Math.round(after), stackId: run.stack.id, kind, logicalId: key })
}

/** A step of a task that happens unless something else comes first. */
export function atTheLatest(run: Run, key: string, kind: string, after: number): void {
  schedule(run.world, {
    at: run.world.now + Math.round(after),
    isLimit: true,
    stackId: run.stack.id,
    kind,
    logicalId: key,
  })
}

/** What is ready in a stack starts when its turn comes. */
export function goOn(world: World, stack: StackState): void {
  schedule(world, { at: world.now, stackId: stack.id, kind: 'go' })
}

/** Work on a resource. */
interface Work {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
  readonly action: 'create' | 'update' | 'delete'
  /** What somebody who slows it down would call it, if not that: a replacement is an update. */
  readonly calledAs?: 'update'
}

/** Puts the steps of making, changing or removing a resource into the row: `initiated`, then `finished`; returns the time until then. */
export function takeTime(run: Run, key: string, work: Work): number {
  const { logicalId, action, calledAs = action } = work
  const duration = typicalDuration(run.world, work) * slowness(run, logicalId, calledAs)
  later(run, key, 'initiated', Math.min(initiation, duration / 2))
  later(run, key, 'finished', duration)
  return duration
}
