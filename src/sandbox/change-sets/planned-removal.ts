import type { DeletionPolicy, ResourceState } from '../world.ts'
import { contextBefore } from './contexts.ts'
import type { PlannedChange } from './planned-change.ts'
import type { Planning } from './planning.ts'

/** A resource that the new template has no more. */
export function plannedRemoval(plan: Planning, state: ResourceState): PlannedChange {
  const { logicalId, type, physicalId, deletionPolicy } = state
  return {
    action: 'Remove',
    logicalId,
    type,
    physicalId,
    policy: policyOf(deletionPolicy),
    details: [],
    before: contextBefore(plan, state),
  }
}

/** What a policy does to a resource that has been there for a while. */
export function policyOf(policy: DeletionPolicy): 'Delete' | 'Retain' | 'Snapshot' {
  return policy === 'RetainExceptOnCreate' ? 'Retain' : policy
}
