import type { JsonObject } from '../world.ts'

/** What a change set does to a resource, with everything that DescribeChangeSet can tell of it. */
export interface PlannedChange {
  readonly action: 'Add' | 'Modify' | 'Remove' | 'Import' | 'SyncWithActual'
  readonly logicalId: string
  readonly type: string
  readonly physicalId?: string | undefined
  /** What becomes of the resource that goes, or of that which is replaced. */
  readonly policy?: 'Delete' | 'Retain' | 'Snapshot' | undefined
  readonly details: readonly PlannedDetail[]
  readonly before?: JsonObject | undefined
  readonly after?: JsonObject | undefined
  /** Of a nested stack whose changes are in a change set of their own. */
  readonly changeSetId?: string | undefined
  /** In a change set that reverts drift. */
  readonly drift?: PlannedDrift | undefined
}

export interface PlannedDrift {
  readonly status: 'IN_SYNC' | 'MODIFIED' | 'DELETED' | 'UNSUPPORTED'
  /** Properties that a service never tells, so that they are not compared. */
  readonly ignored?: readonly string[] | undefined
  /** The resource as the last deployment left it. */
  readonly previous?: JsonObject | undefined
}

/** One reason for a change. */
export interface PlannedDetail {
  readonly attribute: ResourceAttribute
  /** Of a property: its name at the top. */
  readonly name?: string | undefined
  /** As in `/Properties/Tags/0/Value`. */
  readonly path?: string | undefined
  readonly recreation: 'Never' | 'Conditionally' | 'Always'
  readonly evaluation: 'Static' | 'Dynamic'
  readonly source:
    | 'DirectModification'
    | 'ParameterReference'
    | 'ResourceReference'
    | 'ResourceAttribute'
    | 'Automatic'
    | 'NoModification'
  readonly cause?: string | undefined
  readonly change?: 'Add' | 'Modify' | 'Remove' | 'SyncWithActual' | undefined
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** In a change set that reverts drift: what the resource has, and what the last deployment gave it. */
  readonly drift?:
    { readonly actual?: string | undefined; readonly previous?: string | undefined } | undefined
  /** CloudFormation gives some reasons only with property values, and others only without. Absent: both. */
  readonly only?: 'with values' | 'without values' | undefined
}

export type ResourceAttribute =
  | 'Properties'
  | 'Metadata'
  | 'CreationPolicy'
  | 'UpdatePolicy'
  | 'DeletionPolicy'
  | 'UpdateReplacePolicy'
  | 'Tags'

/** The details that are told with property values, or without. */
export function detailsTold(change: PlannedChange, withValues: boolean): readonly PlannedDetail[] {
  const hidden = withValues ? 'without values' : 'with values'
  return change.details.filter(({ only }) => only !== hidden)
}

/** Whether a change makes a new resource: the detail with the most impact decides. */
export function replacementBy(details: readonly PlannedDetail[]): 'True' | 'False' | 'Conditional' {
  if (details.some((one) => one.recreation === 'Always' && one.evaluation === 'Static')) return 'True'
  return details.some(({ recreation }) => recreation !== 'Never') ? 'Conditional' : 'False'
}
