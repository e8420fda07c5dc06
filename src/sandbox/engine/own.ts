import type { LiveResource, ResourceState } from '../world.ts'
import { failureOnRequest } from './faults.ts'
import { liveOf } from './live-of.ts'
import type { FormerResource } from './running.ts'
import type { Run } from './run.ts'
import { collision, judgeProperties, liveKey, makeLive, makePhysicalId } from './seams.ts'

/** A resource begins to exist, and belongs to the stack; or the reason why it does not. */
export function bringIntoBeing(
  run: Run,
  { logicalId, type, properties }: ResourceState,
): LiveResource | { readonly failed: string } {
  const { world, stack } = run
  const problem = failureOnRequest(run, logicalId, 'create') ?? judgeProperties(type, properties)
  if (problem !== undefined) return { failed: problem }
  const physicalId = makePhysicalId(world, stack.place, stack, logicalId, type, properties)
  const taken = collision(world, stack.place, type, physicalId)
  if (taken !== undefined) return { failed: taken }
  return makeLive(world, {
    place: stack.place,
    type,
    physicalId,
    properties,
    owner: { stackId: stack.id, logicalId },
  })
}

/** A resource exists no more. */
export function destroy(run: Run, type: string, physicalId: string): void {
  delete run.world.live[liveKey(run.stack.place, type, physicalId)]
}

/** A resource goes on existing, and belongs to nobody. */
export function disown(
  run: Run,
  physical: { readonly type: string; readonly physicalId?: string | undefined },
): void {
  const live = liveOf(run.world, run.stack, physical)
  if (live !== undefined) delete live.owner
}

/** Keeps what a resource was, to remove it when the operation is over. */
export function becomeFormer(run: Run, resource: ResourceState, policy = resource.updateReplacePolicy): void {
  const { logicalId, type, physicalId, properties, dependsOn } = resource
  if (physicalId === undefined) return
  const former: FormerResource = { logicalId, type, physicalId, properties, dependsOn, policy }
  run.stack.former = [...(run.stack.former ?? []), former]
}

/** What had become former is the stack's resource again. */
export function takeBack(run: Run, physicalId: string): void {
  run.stack.former = (run.stack.former ?? []).filter((former) => former.physicalId !== physicalId)
}
