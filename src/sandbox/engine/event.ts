import type { EventState, ResourceState, StackStatus } from '../world.ts'
import { stackType } from './stack-type.ts'
import type { Run } from './run.ts'
import { shownProperties } from './shown-properties.ts'
import { uuid } from '../chance.ts'

interface EventDetails {
  readonly reason?: string | undefined
  readonly physicalId?: string | undefined
  readonly detailedStatus?: EventState['detailedStatus']
}

/** The stack gets a status, and an event says so. */
export function setStackStatus(
  run: Run,
  status: StackStatus,
  reason?: string,
  detailedStatus?: EventState['detailedStatus'],
): void {
  const { stack, world } = run
  stack.status = status
  stack.statusReason = reason
  addEvent(run, {
    id: uuid(world),
    logicalId: stack.name,
    physicalId: stack.id,
    type: stackType,
    status,
    reason,
    detailedStatus,
  })
}

/** A resource gets a status, and an event says so. */
export function setResourceStatus(
  run: Run,
  resource: ResourceState,
  status: string,
  reason?: string,
  detailedStatus?: EventState['detailedStatus'],
): void {
  resource.status = status
  resource.statusReason = reason
  resource.updatedAt = run.world.now
  resourceEvent(run, resource, status, { reason, physicalId: resource.physicalId, detailedStatus })
}

/** An event about a resource, whose own status stays. */
export function resourceEvent(
  run: Run,
  resource: Pick<ResourceState, 'logicalId' | 'type' | 'properties'>,
  status: string,
  details: EventDetails,
): void {
  addEvent(run, {
    id: `${resource.logicalId}-${status}-${new Date(run.world.now).toISOString()}-${run.stack.events.length}`,
    logicalId: resource.logicalId,
    type: resource.type,
    status,
    properties: shownProperties(run.stack, resource.properties),
    ...details,
  })
}

function addEvent(run: Run, event: Omit<EventState, 'at' | 'operationId' | 'token'>): void {
  const { operationId, options } = run.running
  run.stack.events.push(withoutUndefined({ ...event, at: run.world.now, operationId, token: options.token }))
}

/** What is undefined is absent, as after a way through JSON. */
function withoutUndefined(event: EventState): EventState {
  const plain: { [field: string]: unknown } = {}
  for (const [field, value] of Object.entries(event)) if (value !== undefined) plain[field] = value
  return plain as unknown as EventState
}
