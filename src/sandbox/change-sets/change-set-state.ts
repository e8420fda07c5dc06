import type { Desired } from '../world.ts'
import type { PlannedChange } from './planned-change.ts'

/** A change set of a stack. */
export interface ChangeSetState {
  readonly id: string
  readonly name: string
  readonly stackId: string
  readonly type: 'CREATE' | 'UPDATE' | 'IMPORT'
  readonly createdAt: number
  readonly description?: string | undefined
  readonly desired: Desired
  status: 'CREATE_PENDING' | 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'FAILED'
  statusReason?: string | undefined
  changes: readonly PlannedChange[]
  /** The operation that makes it: its events tell what early validation found. */
  readonly operationId: string
  /** The operation that executes it. */
  executionId?: string | undefined
  readonly token?: string | undefined
  readonly onStackFailure?: 'DELETE' | 'DO_NOTHING' | 'ROLLBACK' | undefined
  readonly includeNestedStacks?: true | undefined
  readonly importExistingResources?: true | undefined
  readonly revertDrift?: true | undefined
  readonly disableValidation?: true | undefined
  readonly imports?: readonly ResourceToImport[] | undefined
  /** Of a change set of a nested stack: the one that it belongs to, and the outermost one. */
  readonly parentId?: string | undefined
  readonly rootId?: string | undefined
}

/** A resource that exists, and is to become part of a stack. */
export interface ResourceToImport {
  readonly ResourceType: string
  readonly LogicalResourceId: string
  readonly ResourceIdentifier: { readonly [property: string]: string }
}
