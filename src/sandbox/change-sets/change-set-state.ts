import type { Desired, JsonObject } from '../world.ts'

/** A change set of a stack. */
export interface ChangeSetState {
  readonly id: string
  readonly name: string
  readonly stackId: string
  readonly type: 'CREATE' | 'UPDATE' | 'IMPORT'
  readonly createdAt: number
  readonly description?: string | undefined
  readonly desired: Desired
  status:
    | 'CREATE_PENDING'
    | 'CREATE_IN_PROGRESS'
    | 'CREATE_COMPLETE'
    | 'FAILED'
    | 'DELETE_PENDING'
    | 'DELETE_IN_PROGRESS'
    | 'DELETE_COMPLETE'
  statusReason?: string | undefined
  executionStatus:
    'UNAVAILABLE' | 'AVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE'
  /** As DescribeChangeSet answers, with property values. */
  changes: readonly JsonObject[]
}
