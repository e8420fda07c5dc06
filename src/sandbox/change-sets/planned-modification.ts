import type { ProcessedResource } from '../template/processed-template.ts'
import { compareProperties } from '../types/compare-properties.ts'
import type { ResourceState } from '../world.ts'
import { attributeDetails } from './attribute-details.ts'
import { context, hiddenAfter, hiddenBefore, propertiesAfter, propertiesBefore } from './contexts.ts'
import { driftOf, driftedDetails } from './drifted.ts'
import { followerDetails } from './follower-details.ts'
import { nestedDetails } from './nested-details.ts'
import type { PlannedChange } from './planned-change.ts'
import { policyOf } from './planned-removal.ts'
import type { Planning } from './planning.ts'
import { propertyDetails } from './property-details.ts'

/** What becomes of a resource that the stack has; undefined when nothing does. */
export function plannedModification(
  plan: Planning,
  wanted: ProcessedResource,
  state: ResourceState,
): PlannedChange | undefined {
  const before = propertiesBefore(plan, state)
  const after = propertiesAfter(plan, wanted)
  const shown = { before: hiddenBefore(plan, state, before), after: hiddenAfter(plan, wanted, after) }
  const { logicalId, type, physicalId } = state
  const common = {
    logicalId,
    type,
    physicalId,
    before: context(shown.before, plan.before?.resource(logicalId)),
    after: context(shown.after, wanted),
  }
  const sides = { state, wanted, after, shown }
  const drift = plan.options.revertDrift ? driftOf(plan, sides) : undefined
  if (drift?.status === 'DELETED') return { ...common, action: 'Add', details: [], drift }
  const changed = compareProperties(type, before, after)
  const isDriftAware = drift !== undefined && drift.status !== 'UNSUPPORTED'
  const details = [
    ...(isDriftAware ? driftedDetails(plan, sides) : propertyDetails(plan, { wanted, changed, shown })),
    ...attributeDetails(plan, wanted),
    ...nestedDetails(state),
    ...(plan.options.revertDrift ? [] : followerDetails(plan, wanted, changed)),
  ]
  if (details.length === 0 && !state.status.endsWith('_FAILED')) return undefined
  const isSync = details.length > 0 && details.every(({ change }) => change === 'SyncWithActual')
  return {
    ...common,
    action: isSync ? 'SyncWithActual' : 'Modify',
    policy: policyOf(wanted.updateReplacePolicy),
    details,
    ...(drift === undefined ? {} : { drift }),
  }
}
