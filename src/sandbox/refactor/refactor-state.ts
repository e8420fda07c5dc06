/** A stack refactor: resources that move between stacks. */
export interface RefactorState {
  readonly id: string
  readonly description?: string | undefined
  readonly createdAt: number
  status: 'CREATE_IN_PROGRESS' | 'CREATE_COMPLETE' | 'CREATE_FAILED'
  executionStatus:
    'UNAVAILABLE' | 'AVAILABLE' | 'EXECUTE_IN_PROGRESS' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED' | 'OBSOLETE'
}
