import type { DeletionPolicy, JsonObject } from '../world.ts'
import type { Target } from './target.ts'

/** An operation on a stack that is going on. Plain data: everything that the engine has to know to go on with it. */
export interface Running {
  readonly operationId: string
  /** What is being done, or undone. */
  kind: Kind
  phase: Phase
  options: RunningOptions
  /** What is to be brought about; gone with the phases that go back or remove. */
  target?: Target | undefined
  /** What this phase does, by key: a logical id, or `logical id/physical id` for what is not the stack's current resource. */
  tasks: { [key: string]: Task }
  /** Tasks that can start now. */
  readonly ready: string[]
  /** How many tasks have not ended. */
  open: number
  /** How many of these only have their consistency checked. */
  checking: number
  /** It was said that everything of a new stack is configured. */
  isConfigured?: true
  readonly failures: Failure[]
  /** Why the operation as a whole failed. */
  stackFailure?: string | undefined
  /** Something could not be removed, and stays behind. */
  leftBehind?: true
  /** Resources that this operation has taken over: going back, it lets go of them. */
  readonly adopted: string[]
  /** Exports that were read in this operation. */
  readonly imports: string[]
  /** Of a nested stack: the task of its parent that waits for this operation. */
  parentTask?: string | undefined
}

export type Kind = 'create' | 'update' | 'import' | 'delete'

/**
 * `apply` brings about what the template says, `monitor` watches the alarms afterwards, `hold` waits for the parent stack, `revert` goes back,
 * `clean` removes what an update or its way back has left over, `remove` deletes the stack.
 */
export type Phase = 'apply' | 'monitor' | 'hold' | 'clean' | 'revert' | 'clean-reverted' | 'remove'

/** What the caller of an operation can ask for. */
export interface RunningOptions {
  readonly token?: string | undefined
  /** Failures leave everything as it is. */
  readonly disableRollback?: boolean | undefined
  /** After a failed creation the stack is deleted. */
  readonly deleteOnFailure?: boolean | undefined
  readonly retainExceptOnCreate?: boolean | undefined
  /** The stack policy's text for this update only. */
  readonly policyDuringUpdate?: string | undefined
  /** What names the resources to import, by logical id. */
  readonly imports?: { readonly [logicalId: string]: JsonObject } | undefined
  /** Named resources that exist and belong to no stack are imported. */
  readonly importExisting?: boolean | undefined
  /** Resources that were changed outside are brought back to the template. */
  readonly revertDrift?: boolean | undefined
  /** Resources that a deletion leaves alone, or that a rollback skips. */
  readonly leave?: readonly string[] | undefined
  /** What cannot be deleted is left behind. */
  readonly force?: boolean | undefined
}

export type Action =
  | 'apply'
  | 'create'
  | 'update'
  | 'replace'
  | 'import'
  | 'return-import'
  | 'create-stack'
  | 'update-stack'
  | 'restore'
  | 'restore-stack'
  | 'remove'
  | 'remove-stack'
  | 'release-stack'
  | 'refuse'

/** What happens to one resource in one phase. */
export interface Task {
  readonly logicalId: string
  action: Action
  state: 'waiting' | 'going' | 'done' | 'failed' | 'blocked'
  /** How many tasks have to be done before. */
  waits: number
  /** Keys of the tasks that wait for this one to be done. */
  readonly frees: string[]
  /** Keys of the tasks for which it is enough that this one's resource can be referred to. */
  readonly freesEarly: string[]
  /** Its resource can be referred to: only its consistency is still checked. */
  isUsable?: true
  /** What is removed, when it is not the stack's current resource. */
  readonly former?: FormerResource | undefined
  /** What the resource is to have. */
  properties?: JsonObject | undefined
  metadata?: unknown
  tries?: number | undefined
  signals?: Signals | undefined
  /** It has taken the time that it takes, and waits for signals only. */
  isTimeUp?: true
}

/** Signals that a resource waits for. */
export interface Signals {
  /** Whether a wait condition waits for its handle, a group for its instances, or any other resource. */
  readonly kind: 'handle' | 'group' | 'resource'
  readonly wanted: number
  /** How many have to succeed. */
  readonly required: number
  readonly percent: number
  readonly succeeded: string[]
  readonly failed: string[]
}

/** A physical resource that the stack has no more use for once the operation is over. */
export interface FormerResource {
  readonly logicalId: string
  readonly type: string
  readonly physicalId: string
  readonly properties: JsonObject
  readonly dependsOn: readonly string[]
  readonly policy: DeletionPolicy
}

export interface Failure {
  readonly logicalId: string
  readonly verb: 'create' | 'update' | 'delete' | 'import'
}
