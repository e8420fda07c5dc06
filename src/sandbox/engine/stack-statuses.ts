import type { StackStatus } from '../world.ts'
import type { Kind, Phase } from './running.ts'

interface PhaseStatuses {
  readonly during: StackStatus
  readonly done?: StackStatus
  readonly failed?: StackStatus
}

/** What a stack's status is while a phase goes on, and when it ends there well or badly. */
const statuses: { readonly [phase in Phase]?: { readonly [kind in Kind]?: PhaseStatuses } } = {
  apply: {
    create: { during: 'CREATE_IN_PROGRESS', done: 'CREATE_COMPLETE', failed: 'CREATE_FAILED' },
    update: { during: 'UPDATE_IN_PROGRESS', failed: 'UPDATE_FAILED' },
    import: { during: 'IMPORT_IN_PROGRESS', done: 'IMPORT_COMPLETE' },
  },
  clean: {
    update: {
      during: 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
      done: 'UPDATE_COMPLETE',
      failed: 'UPDATE_COMPLETE',
    },
  },
  revert: {
    create: { during: 'ROLLBACK_IN_PROGRESS', done: 'ROLLBACK_COMPLETE', failed: 'ROLLBACK_FAILED' },
    update: { during: 'UPDATE_ROLLBACK_IN_PROGRESS', failed: 'UPDATE_ROLLBACK_FAILED' },
    import: {
      during: 'IMPORT_ROLLBACK_IN_PROGRESS',
      done: 'IMPORT_ROLLBACK_COMPLETE',
      failed: 'IMPORT_ROLLBACK_FAILED',
    },
  },
  'clean-reverted': {
    update: {
      during: 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
      done: 'UPDATE_ROLLBACK_COMPLETE',
      failed: 'UPDATE_ROLLBACK_COMPLETE',
    },
  },
  remove: { delete: { during: 'DELETE_IN_PROGRESS', done: 'DELETE_COMPLETE', failed: 'DELETE_FAILED' } },
}

/** The status of a stack in a phase: while it goes on, or when it has ended there. */
export function statusOf(phase: Phase, kind: Kind, moment: keyof PhaseStatuses): StackStatus {
  const status = statuses[phase]?.[kind]?.[moment]
  if (status === undefined) throw new Error(`A stack has no status for ${phase} of ${kind}: ${moment}`)
  return status
}
