/** A way out of a state, by the name that `cfstack doctor --do` takes. */
export type WayName =
  | 'join'
  | 'cancel'
  | 'roll-back'
  | 'continue'
  | 'skip'
  | 'force'
  | 'delete'
  | 'retain'
  | 'force-delete'
  | 'create'
  | 'update'

/** What a way does, and the command that goes it. */
export interface WayOut {
  readonly does: string
  readonly command: string
  /** The status of the resources that the command names. */
  readonly takes?: 'UPDATE_FAILED' | 'DELETE_FAILED'
}

/** All ways. */
export const ways: Readonly<Record<WayName, WayOut>> = {
  join: { does: 'watch it to its end', command: 'events' },
  cancel: { does: 'stop the update and roll it back', command: 'cancel' },
  'roll-back': {
    does: 'go back to the last good state; after a creation that deletes what was made',
    command: 'rollback',
  },
  continue: { does: 'try the rollback again, once its cause is removed', command: 'rollback' },
  skip: {
    does: 'finish the rollback without the resources that failed; they stay as they are',
    command: 'rollback --skip ID',
    takes: 'UPDATE_FAILED',
  },
  force: { does: 'finish the rollback and pass over whatever fails again', command: 'rollback --force' },
  delete: { does: 'delete the stack with what is in it', command: 'delete' },
  retain: {
    does: 'delete the rest, and let the resources stay that could not be deleted',
    command: 'delete --retain ID',
    takes: 'DELETE_FAILED',
  },
  'force-delete': { does: 'delete the stack, and forget what cannot be deleted', command: 'delete --force' },
  create: { does: 'create it', command: 'create' },
  update: { does: 'correct the cause and update', command: 'update' },
}
