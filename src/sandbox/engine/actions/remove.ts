import type { DeletionPolicy, ResourceState } from '../../world.ts'
import { contentInTheWay } from '../bucket-content.ts'
import { resourceEvent, setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import type { ActionSteps, Outcome } from '../outcome.ts'
import { destroy, disown, forgetFormer } from '../own.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'
import { isKept } from '../retention.ts'
import { takeTime } from '../timing.ts'

/** Takes a resource away, or leaves it alone where its policy or the caller says so. */
export const remove: ActionSteps = {
  start: (run, key, task) =>
    startRemoval(run, task, (subject) => takeTime(run, key, { ...subject, action: 'delete' })),
  on: {
    initiated: (run, _key, task) => {
      const { logicalId } = task
      const problem =
        failureOnRequest(run, logicalId, 'delete') ?? contentInTheWay(run.world, subjectOf(run, task))
      return problem === undefined ? 'going' : { failed: problem }
    },
    finished: (run, _key, task) => {
      destroy(run, subjectOf(run, task))
      return ended(run, task, 'DELETE_COMPLETE')
    },
  },
}

/** Begins to take away what is there and is not kept. */
export function startRemoval(run: Run, task: Task, begin: (subject: Subject) => void): Outcome {
  const subject = subjectOf(run, task)
  if (subject.physicalId === undefined) return ended(run, task, 'DELETE_COMPLETE')
  if (isKept(run, subject)) {
    disown(run, subject)
    return ended(run, task, 'DELETE_SKIPPED')
  }
  say(run, task, 'DELETE_IN_PROGRESS')
  begin(subject)
  return 'going'
}

interface Subject extends Pick<ResourceState, 'logicalId' | 'type' | 'physicalId' | 'properties'> {
  readonly policy: DeletionPolicy
}

/** What a task takes away: a resource of the stack, or what it was before. */
export function subjectOf(run: Run, task: Task): Subject {
  if (task.former !== undefined) return task.former
  const state = run.stack.resources[task.logicalId]!
  return { ...state, policy: state.deletionPolicy }
}

/** Says how far the removal is; the stack's own resource changes its status. */
export function say(run: Run, task: Task, status: string, reason?: string): void {
  if (task.former === undefined) setResourceStatus(run, run.stack.resources[task.logicalId]!, status, reason)
  else resourceEvent(run, task.former, status, { reason, physicalId: task.former.physicalId })
}

/** A removal is over. */
export function ended(run: Run, task: Task, status: 'DELETE_COMPLETE' | 'DELETE_SKIPPED'): Outcome {
  say(run, task, status)
  if (task.former !== undefined) forgetFormer(run, task.former)
  else if (run.running.phase !== 'remove' && run.running.kind === 'update')
    delete run.stack.resources[task.logicalId]
  return 'done'
}
