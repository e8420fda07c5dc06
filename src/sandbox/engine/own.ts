import { makeLive, removeLive } from '../live.ts'
import { makePhysicalId } from '../types/physical-id.ts'
import type { LiveResource, ResourceState } from '../world.ts'
import { forgetContent } from './bucket-content.ts'
import { failureOnRequest } from './faults.ts'
import { invalidProperties } from './invalid-properties.ts'
import { liveOf } from './live-of.ts'
import { messageOf } from './message-of.ts'
import { revealed } from './revealed.ts'
import type { FormerResource } from './running.ts'
import type { Run } from './run.ts'

/** A resource begins to exist, and belongs to the stack; or the reason why it does not. */
export function bringIntoBeing(
  run: Run,
  resource: ResourceState,
): LiveResource | { readonly failed: string } {
  const { world, stack } = run
  const { logicalId, type, properties } = resource
  const problem = failureOnRequest(run, logicalId, 'create') ?? invalidProperties(resource)
  if (problem !== undefined) return { failed: problem }
  const { place } = stack
  const owner = { stackId: stack.id, logicalId }
  try {
    const shown = revealed(properties, { world, place })
    const physicalId = makePhysicalId(world, { place, stack, logicalId, type, properties: shown })
    return makeLive(world, { place, type, physicalId, properties, attributes: {}, owner })
  } catch (error) {
    return { failed: messageOf(error) }
  }
}

/** A resource exists no more. */
export function destroy(
  { world, stack }: Run,
  {
    logicalId,
    type,
    physicalId = '',
    properties,
  }: Pick<ResourceState, 'logicalId' | 'type' | 'physicalId' | 'properties'>,
): void {
  const owner = { stackId: stack.id, logicalId }
  removeLive(world, { place: stack.place, type, physicalId, properties, owner })
  forgetContent(world, { type, physicalId })
}

/** A resource goes on existing, and belongs to nobody. */
export function disown(run: Run, physical: Pick<ResourceState, 'type' | 'physicalId' | 'properties'>): void {
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

/** What had become former is so no more. */
export function forgetFormer(
  { stack }: Run,
  { logicalId, physicalId }: { readonly logicalId: string; readonly physicalId?: string | undefined },
): void {
  const left = stack.former?.filter(
    (former) => former.logicalId !== logicalId || former.physicalId !== physicalId,
  )
  stack.former = left?.length ? left : undefined
}
