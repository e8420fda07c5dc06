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

/** Puts the steps of making, changing or removing a resource into the row: `initiated`, then `finished`; returns the time until then. */
export function takeTime(
  run: Run,
  key: string,
  what: { logicalId: string; type: string; properties: JsonObject },
  action: 'create' | 'update' | 'delete',
  verb = action,
): number {
  const usual = typicalDuration(run.world, { type: what.type, action, properties: what.properties })
  const duration = usual * slowness(run, what.logicalId, verb)
  const begun = Math.min(initiation, duration / 2)
  later(run, key, 'initiated', begun)
  later(run, key, 'finished', duration)
  return duration
}
