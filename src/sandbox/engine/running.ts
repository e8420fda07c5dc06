/** An operation on a stack that is going on. */
export interface Running {
  readonly operationId: string
  readonly kind: 'create' | 'update' | 'import' | 'delete' | 'rollback'
}
