import type { WayName } from './ways.ts'

/** What a stack's status means for whoever has to go on with it. */
export interface StatusMeaning {
  /** `well`: nothing to do; `busy`: something runs; `stuck`: it needs somebody. */
  readonly kind: 'well' | 'busy' | 'stuck'
  readonly meaning: string
  /** The best one first. */
  readonly ways: readonly WayName[]
}

const well = (meaning: string): StatusMeaning => ({ kind: 'well', meaning, ways: [] })
const busy = (meaning: string, ...ways: readonly WayName[]): StatusMeaning => ({
  kind: 'busy',
  meaning,
  ways: ['join', ...ways],
})
const stuck = (meaning: string, ...ways: readonly WayName[]): StatusMeaning => ({
  kind: 'stuck',
  meaning,
  ways,
})

/** All statuses that CloudFormation has. */
export const statuses: Readonly<Record<string, StatusMeaning>> = {
  CREATE_COMPLETE: well('It was created, and nothing runs'),
  UPDATE_COMPLETE: well('Its last update succeeded, and nothing runs'),
  IMPORT_COMPLETE: well('Its last import succeeded, and nothing runs'),
  CREATE_IN_PROGRESS: busy('It is being created; deleting it is the way to stop that', 'delete'),
  UPDATE_IN_PROGRESS: busy('It is being updated', 'cancel'),
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: busy(
    'Its update succeeded; replaced and removed resources are being deleted. Nobody can stop that, and a failure there does not undo the update',
  ),
  DELETE_IN_PROGRESS: busy('It is being deleted; nobody can stop that'),
  ROLLBACK_IN_PROGRESS: busy('Its creation failed; what was made is being deleted'),
  UPDATE_ROLLBACK_IN_PROGRESS: busy(
    'Its update failed or was cancelled; it is going back to the state before',
  ),
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: busy(
    'It is back in the state before its update; what the update had made is being deleted',
  ),
  IMPORT_IN_PROGRESS: busy('Existing resources are being taken into it'),
  IMPORT_ROLLBACK_IN_PROGRESS: busy(
    'Its import failed; the resources are being let go again, and stay as they are',
  ),
  REVIEW_IN_PROGRESS: stuck(
    'It was never created: a change set was made for it and waits, or was removed. It is empty',
    'create',
    'delete',
  ),
  CREATE_FAILED: stuck(
    'Its creation failed and was left as it is, so that the cause can be found. Live resources are in it',
    'update',
    'roll-back',
    'delete',
  ),
  UPDATE_FAILED: stuck(
    'Its update failed and was left as it is. Some resources are new, some are old',
    'update',
    'roll-back',
  ),
  ROLLBACK_COMPLETE: stuck(
    'Its creation failed and what was made is deleted again. CloudFormation lets such a stack only be deleted',
    'delete',
  ),
  ROLLBACK_FAILED: stuck(
    'Its creation failed, and not all of what was made could be deleted. CloudFormation lets such a stack only be deleted',
    'delete',
  ),
  UPDATE_ROLLBACK_COMPLETE: stuck(
    'Its last update failed or was cancelled; it is as it was before. It can be updated at any time',
    'update',
  ),
  UPDATE_ROLLBACK_FAILED: stuck(
    'Its update failed, and so did the way back. It takes no update before that is finished',
    'continue',
    'skip',
    'force',
    'delete',
  ),
  IMPORT_ROLLBACK_COMPLETE: stuck(
    'Its last import failed; the resources stay outside, and the stack is as it was before',
    'update',
  ),
  IMPORT_ROLLBACK_FAILED: stuck(
    'Its import failed, and so did letting the resources go. It takes no update; AWS support can bring it back, or it is deleted, with what has DeletionPolicy "Retain" staying',
    'delete',
  ),
  DELETE_FAILED: stuck(
    'Its deletion failed half-way: some resources are gone. Remove the cause and delete it again, or let the rest go',
    'delete',
    'retain',
    'force-delete',
  ),
  DELETE_COMPLETE: stuck('It is deleted; CloudFormation remembers it for 90 days', 'create'),
}
