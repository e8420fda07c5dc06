import type { ProcessedResource } from '../template/processed-template.ts'
import { compareProperties } from '../types/compare-properties.ts'
import type { ResourceState } from '../world.ts'
import { attributeDetails } from './attribute-details.ts'
import { context, hiddenAfter, hiddenBefore, propertiesAfter, propertiesBefore } from './contexts.ts'
import { drifted } from './drifted.ts'
import { followerDetails } from './follower-details.ts'
import { nestedDetails, withoutOpenOutputs } from './nested-details.ts'
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
  const { logicalId, type, physicalId } = state
  const { revertDrift } = plan.options
  const before = propertiesBefore(plan, state)
  const after = propertiesAfter(plan, wanted)
  const shown = { before: hiddenBefore(plan, state, before), after: hiddenAfter(plan, wanted, after) }
  const found = revertDrift ? drifted(plan, { state, wanted, after, shown }) : undefined
  const drift = revertDrift ? (found?.drift ?? ({ status: 'UNSUPPORTED', ignored: [] } as const)) : undefined
  const common = { logicalId, type, physicalId, after: context(shown.after, wanted), ...(drift && { drift }) }
  if (drift?.status === 'DELETED') return { ...common, action: 'Add', details: [] }
  const changed = compareProperties(type, before, after)
  const details = [
    ...(found?.details ?? withoutOpenOutputs(state, propertyDetails(plan, { wanted, changed, shown }))),
    ...attributeDetails(plan, wanted),
    ...nestedDetails(state),
    ...(revertDrift ? [] : followerDetails(plan, wanted, changed)),
  ]
  if (details.length === 0 && !state.status.endsWith('_FAILED')) return undefined
  const isSync = details.length > 0 && details.every(({ change }) => change === 'SyncWithActual')
  return {
    ...common,
    action: isSync ? 'SyncWithActual' : 'Modify',
    policy: policyOf(wanted.updateReplacePolicy),
    details,
    before: context(found?.actual ?? shown.before, plan.before?.resource(logicalId)),
  }
}
