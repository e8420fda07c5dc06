import type { ChangeSetState } from './change-sets/change-set-state.ts'
import type { DriftDetectionState } from './drift/drift-detection-state.ts'
import type { FormerResource, Running } from './engine/running.ts'
import type { RefactorState } from './refactor/refactor-state.ts'

/**
 * Everything that the sandbox knows, as plain JSON data: it can be kept in a file and read back at any moment, also in the middle of a
 * deployment. Times are virtual, in milliseconds since 1970. Only operations and the engine change it.
 */
export interface World {
  readonly version: 1
  readonly seed: string
  /** How often chance was asked: with the seed it decides the next id and duration. */
  draws: number
  now: number
  readonly settings: WorldSettings
  /** By stack id, oldest first, deleted ones included. */
  readonly stacks: { [stackId: string]: StackState }
  readonly changeSets: { [changeSetId: string]: ChangeSetState }
  /** What exists in the accounts, owned by a stack or not; by `liveKey()`. */
  readonly live: { [key: string]: LiveResource }
  /** What will happen, soonest first. */
  readonly due: Due[]
  readonly faults: Fault[]
  readonly store: Store
  readonly driftDetections: { [id: string]: DriftDetectionState }
  readonly refactors: { [id: string]: RefactorState }
}

export interface WorldSettings {
  /** Whether instances with a creation or update policy signal success by themselves; otherwise `SignalResource` has to. */
  readonly signals: 'automatic' | 'awaited'
}

/** Where a call works and as whom. */
export interface Place {
  /** Twelve digits. */
  readonly account: string
  readonly region: string
  readonly partition: 'aws' | 'aws-cn' | 'aws-us-gov'
}

export type StackStatus =
  | 'REVIEW_IN_PROGRESS'
  | 'CREATE_IN_PROGRESS'
  | 'CREATE_FAILED'
  | 'CREATE_COMPLETE'
  | 'ROLLBACK_IN_PROGRESS'
  | 'ROLLBACK_FAILED'
  | 'ROLLBACK_COMPLETE'
  | 'DELETE_IN_PROGRESS'
  | 'DELETE_FAILED'
  | 'DELETE_COMPLETE'
  | 'UPDATE_IN_PROGRESS'
  | 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_COMPLETE'
  | 'UPDATE_FAILED'
  | 'UPDATE_ROLLBACK_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_FAILED'
  | 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS'
  | 'UPDATE_ROLLBACK_COMPLETE'
  | 'IMPORT_IN_PROGRESS'
  | 'IMPORT_COMPLETE'
  | 'IMPORT_ROLLBACK_IN_PROGRESS'
  | 'IMPORT_ROLLBACK_FAILED'
  | 'IMPORT_ROLLBACK_COMPLETE'

/** What a stack is asked to be: everything that a creation or an update decides, parameters settled. */
export interface Desired {
  /** The template as it was sent. */
  readonly body: string
  readonly parameters: readonly ParameterState[]
  /** What `{{resolve:ssm:…}}` in the template yielded when this was asked for, by the text of the reference. */
  readonly references?: { readonly [text: string]: string } | undefined
  readonly tags: readonly Tag[]
  readonly capabilities: readonly string[]
  readonly role?: string | undefined
  readonly topics: readonly string[]
  readonly rollback?: RollbackConfiguration | undefined
  readonly description?: string | undefined
}

export interface ParameterState {
  readonly key: string
  /** As given: for SSM-valued parameters the store's name. */
  readonly value: string
  /** What an SSM-valued parameter yields. */
  readonly resolved?: string
  readonly noEcho?: true
}

export interface Tag {
  readonly Key: string
  readonly Value: string
}

export interface RollbackConfiguration {
  readonly RollbackTriggers?: readonly { readonly Arn: string; readonly Type: string }[]
  readonly MonitoringTimeInMinutes?: number
}

export interface StackState {
  readonly id: string
  readonly name: string
  readonly place: Place
  status: StackStatus
  statusReason?: string | undefined
  readonly createdAt: number
  updatedAt?: number | undefined
  deletedAt?: number | undefined
  /** What was last deployed successfully, or is being created. */
  desired: Desired
  disableRollback: boolean
  timeoutMinutes?: number | undefined
  terminationProtection: boolean
  /** The stack policy's text. */
  policy?: string | undefined
  /** Of a nested stack: the stack whose resource it is, and the outermost one. */
  readonly parentId?: string | undefined
  readonly rootId?: string | undefined
  /** What the stack believes of its resources, in the template's order; deleted ones stay as DELETE_COMPLETE until the stack is gone. */
  readonly resources: { [logicalId: string]: ResourceState }
  outputs: readonly OutputState[]
  /** Names of the exports that its template reads. */
  imports?: readonly string[] | undefined
  /** What an update replaced: cleaned up when it has succeeded, taken back when it has not. */
  former?: readonly FormerResource[] | undefined
  /** What an update that goes on, or failed, can go back to. */
  stable?: StableState | undefined
  /** Oldest first. */
  readonly events: EventState[]
  /** Oldest first; the last one may be running. */
  readonly operations: OperationState[]
  /** The operation that is going on, in the engine's own terms. */
  running?: Running | undefined
  /** The change set that was executed last. */
  changeSetId?: string | undefined
  drift?: StackDriftState | undefined
}

/** A stack as it was before an update. */
export interface StableState {
  readonly desired: Desired
  readonly outputs: readonly OutputState[]
  readonly resources: { readonly [logicalId: string]: ResourceState }
  readonly imports?: readonly string[] | undefined
}

export interface StackDriftState {
  readonly status: 'DRIFTED' | 'IN_SYNC' | 'NOT_CHECKED' | 'UNKNOWN'
  readonly checkedAt?: number
}

/** A resource as its stack knows it. */
export interface ResourceState {
  readonly logicalId: string
  readonly type: string
  /** `CREATE_COMPLETE`, `UPDATE_FAILED`, `DELETE_SKIPPED` … */
  status: string
  statusReason?: string | undefined
  updatedAt: number
  physicalId?: string | undefined
  /** What was last asked for, all functions resolved. */
  properties: JsonObject
  metadata?: unknown
  description?: string | undefined
  deletionPolicy: DeletionPolicy
  updateReplacePolicy: DeletionPolicy
  /** Logical ids that must exist before it, and outlive it. */
  dependsOn: readonly string[]
  drift?: ResourceDriftState | undefined
  /** A rollback passed it over: until it is changed, nobody knows whether it is what it should be, and drift is not looked for. */
  skipped?: true | undefined
  /** Set when the resource is a stack. */
  nestedStackId?: string | undefined
}

export type DeletionPolicy = 'Delete' | 'Retain' | 'Snapshot' | 'RetainExceptOnCreate'

export interface ResourceDriftState {
  readonly status: 'IN_SYNC' | 'MODIFIED' | 'DELETED' | 'NOT_CHECKED' | 'UNKNOWN' | 'UNSUPPORTED'
  readonly checkedAt?: number
  /** The properties that were compared: what the stack asked for, and what was there. */
  readonly expected?: JsonObject
  readonly actual?: JsonObject
}

/** A resource as it really is. */
export interface LiveResource {
  readonly place: Place
  readonly type: string
  readonly physicalId: string
  properties: JsonObject
  /** What `Fn::GetAtt` yields, by attribute. */
  attributes: JsonObject
  readonly createdAt: number
  /** Absent when nobody's stack has it: retained, or made outside. */
  owner?: { readonly stackId: string; readonly logicalId: string } | undefined
}

export interface OutputState {
  readonly key: string
  readonly value: string
  readonly description?: string | undefined
  readonly exportName?: string | undefined
}

/** An entry of DescribeStackEvents and DescribeEvents. */
export interface EventState {
  readonly id: string
  readonly at: number
  readonly operationId: string
  readonly logicalId: string
  readonly physicalId?: string | undefined
  readonly type: string
  readonly status: string
  readonly reason?: string | undefined
  /** JSON text of the properties, as events carry them. */
  readonly properties?: string | undefined
  readonly token?: string | undefined
  readonly detailedStatus?: 'CONFIGURATION_COMPLETE' | 'VALIDATION_FAILED' | undefined
  readonly hook?: HookEvent | undefined
  /** An early validation of a change set that failed. */
  readonly validation?: ValidationEvent | undefined
}

export interface HookEvent {
  readonly type: string
  readonly status: 'HOOK_IN_PROGRESS' | 'HOOK_COMPLETE_SUCCEEDED' | 'HOOK_COMPLETE_FAILED' | 'HOOK_FAILED'
  readonly reason?: string
  readonly invocationPoint: 'PRE_PROVISION'
  readonly failureMode: 'FAIL' | 'WARN'
}

export interface ValidationEvent {
  /** `NAME_CONFLICT_VALIDATION`, `PROPERTY_VALIDATION` … */
  readonly name: string
  readonly failureMode: 'FAIL' | 'WARN'
  readonly path?: string
  readonly reason: string
}

export interface OperationState {
  readonly id: string
  readonly type:
    'CREATE_STACK' | 'UPDATE_STACK' | 'DELETE_STACK' | 'CONTINUE_ROLLBACK' | 'ROLLBACK' | 'CREATE_CHANGESET'
  readonly startedAt: number
  endedAt?: number | undefined
  status: 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED'
  readonly token?: string | undefined
}

/** Something that happens at a time: the engine knows what each kind does. */
export interface Due {
  readonly at: number
  /** A limit that runs out: at infinite speed nobody waits for it until it is the only thing left to happen and a caller asks for it. */
  readonly isLimit?: true
  readonly stackId: string
  readonly kind: string
  readonly logicalId?: string
  readonly [detail: string]: JsonValue | undefined
}

/** A fault on request. Without `times` it lasts until it is taken away. */
export interface Fault {
  readonly kind: 'fail' | 'slow' | 'throttle' | 'stale'
  /** Name of the stack; any stack when absent. */
  readonly stack?: string
  readonly logicalId?: string
  /** Of `fail` and `slow`: while the resource is made, changed, removed, or any of these as part of a rollback. */
  readonly on?: 'create' | 'update' | 'delete' | 'rollback'
  /** Of `throttle` and `stale`: the API's action; any when absent. */
  readonly action?: string
  readonly reason?: string
  /** Of `slow`: how many times longer it takes. */
  readonly factor?: number
  /** How often it still happens. */
  times?: number
}

/** What other services hold for the engine. Keys of parameters and secrets are `account/region/name`. */
export interface Store {
  readonly parameters: { [key: string]: StoredParameter }
  readonly secrets: { [key: string]: string }
  readonly buckets: { [name: string]: Bucket }
}

export interface StoredParameter {
  readonly type: 'String' | 'StringList' | 'SecureString'
  /** By version, the first is version 1. */
  readonly values: string[]
}

export interface Bucket {
  readonly account: string
  readonly region: string
  readonly objects: { [key: string]: string }
}

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }
export interface JsonObject {
  readonly [key: string]: unknown
}
