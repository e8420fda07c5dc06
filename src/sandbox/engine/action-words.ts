import type { Action, Failure } from './running.ts'

interface ActionWords {
  readonly verb: Failure['verb']
  readonly failed: string
  /** The reason when another resource failed first; absent for what is not cancelled but begun anew. */
  readonly cancelled?: string
}

const creating: ActionWords = {
  verb: 'create',
  failed: 'CREATE_FAILED',
  cancelled: 'Resource creation cancelled',
}
const updating: ActionWords = {
  verb: 'update',
  failed: 'UPDATE_FAILED',
  cancelled: 'Resource update cancelled',
}
const importing: ActionWords = {
  verb: 'import',
  failed: 'IMPORT_FAILED',
  cancelled: 'Resource import cancelled',
}
const returning: ActionWords = { ...importing, failed: 'IMPORT_ROLLBACK_FAILED' }
const deleting: ActionWords = {
  verb: 'delete',
  failed: 'DELETE_FAILED',
}

/** What events and reasons call each kind of task. */
export const actionWords: { readonly [action in Action]: ActionWords } = {
  apply: updating,
  create: creating,
  'create-stack': creating,
  update: updating,
  replace: updating,
  'update-stack': updating,
  refuse: updating,
  restore: updating,
  'restore-stack': updating,
  'release-stack': updating,
  import: importing,
  'return-import': returning,
  remove: deleting,
  'remove-stack': deleting,
}
