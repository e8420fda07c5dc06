import type { Place } from '../world.ts'

/** A stack refactor: resources that move between stacks, or get another logical id. */
export interface RefactorState {
  readonly id: string
  readonly place: Place
  readonly description?: string | undefined
  readonly createdAt: number
  readonly createsStacks: boolean
  readonly definitions: readonly StackDefinition[]
  readonly mappings: readonly Mapping[]
  status: 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'CREATE_FAILED'
  statusReason?: string | undefined
  executionStatus:
    | 'UNAVAILABLE'
    | 'AVAILABLE'
    | 'OBSOLETE'
    | 'EXECUTE_IN_PROGRESS'
    | 'EXECUTE_COMPLETE'
    | 'EXECUTE_FAILED'
    | 'ROLLBACK_COMPLETE'
  executionStatusReason?: string | undefined
  /** Once it is created: the stacks, and what moves. */
  stacks: readonly RefactoredStack[]
  moves: readonly Move[]
}

export interface StackDefinition {
  readonly name: string
  readonly body: string
}

/** A logical id of a stack, which is given by name. */
export interface Spot {
  readonly stack: string
  readonly logicalId: string
}

export interface Mapping {
  readonly source: Spot
  readonly destination: Spot
}

export interface RefactoredStack {
  readonly id: string
  readonly name: string
  readonly isNew: boolean
  /** How many operations the stack had had: with another one, the refactor is obsolete. */
  readonly operations: number
}

export interface Move extends Mapping {
  readonly type: string
  readonly physicalId: string
  /** Whether the caller said so. */
  readonly isMapped: boolean
  /** Whether its properties are written as before. */
  readonly isUnchanged: boolean
}
