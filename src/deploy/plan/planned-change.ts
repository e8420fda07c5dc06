import { isStateful } from '../../spec/stateful.ts'
import type { Change } from '../calls/client.ts'
import type { Mask } from '../secrets/mask.ts'
import { plannedProperties, type PlannedProperty } from './planned-property.ts'

export type PlannedAction = 'add' | 'modify' | 'replace' | 'remove' | 'import' | 'sync'

export interface PlannedChange {
  readonly action: PlannedAction
  /** Of a resource in a nested stack: the stack's logical id, a slash, its own. */
  readonly logicalId: string
  readonly type: string
  readonly physicalId?: string
  /** `file:line` of the code that made the resource. */
  readonly source?: string
  /** `maybe`: CloudFormation knows only while it deploys. */
  readonly replacement: 'yes' | 'maybe' | 'no'
  readonly stateful: boolean
  /** What becomes of the old resource, as CloudFormation calls it: `Delete`, `Retain`, `Snapshot` and combinations. */
  readonly policyAction?: string
  /** The resource was changed or deleted by hand since the last deployment. */
  readonly drift?: string
  /** What drift detection does not compare, each with CloudFormation's reason. */
  readonly driftIgnored?: readonly string[]
  /** How often hooks look at this change. */
  readonly hooks?: number
  readonly properties: readonly PlannedProperty[]
}

/** True for changes that may lose data. */
export function isRisky(change: PlannedChange): boolean {
  return change.stateful && (change.action === 'remove' || change.replacement !== 'no')
}

/** A change of a change set in the plan's words. */
export function plannedChange(
  { ResourceChange: change = {}, HookInvocationCount }: Change,
  sources: Readonly<Record<string, string>> | undefined,
  mask: Mask,
): PlannedChange {
  const logicalId = change.LogicalResourceId ?? ''
  const type = change.ResourceType ?? ''
  const replacement = replacementOf(change.Replacement)
  const source = sources?.[logicalId]
  const drift = change.ResourceDriftStatus
  const ignored = change.ResourceDriftIgnoredAttributes ?? []
  return {
    action: actionOf(change.Action, replacement),
    logicalId,
    type,
    replacement,
    stateful: isStateful(type),
    properties: plannedProperties(change, mask),
    ...(change.PhysicalResourceId ? { physicalId: change.PhysicalResourceId } : {}),
    ...(source === undefined ? {} : { source }),
    ...(change.PolicyAction === undefined ? {} : { policyAction: change.PolicyAction }),
    ...(drift === 'MODIFIED' || drift === 'DELETED' ? { drift } : {}),
    ...(ignored.length === 0
      ? {}
      : { driftIgnored: ignored.map(({ Path, Reason }) => `${Path} (${Reason})`) }),
    ...(HookInvocationCount ? { hooks: HookInvocationCount } : {}),
  }
}

function replacementOf(replacement: string | undefined): PlannedChange['replacement'] {
  return replacement === 'True' ? 'yes' : replacement === 'Conditional' ? 'maybe' : 'no'
}

function actionOf(action: string | undefined, replacement: PlannedChange['replacement']): PlannedAction {
  if (action === 'Add') return 'add'
  if (action === 'Remove') return 'remove'
  if (action === 'Import') return 'import'
  if (action === 'SyncWithActual') return 'sync'
  return replacement === 'yes' ? 'replace' : 'modify'
}

/** How many changes of each action. */
export function countsOf(changes: readonly PlannedChange[]): Readonly<Record<PlannedAction, number>> {
  const counts = { add: 0, modify: 0, replace: 0, remove: 0, import: 0, sync: 0 }
  for (const { action } of changes) counts[action]++
  return counts
}
