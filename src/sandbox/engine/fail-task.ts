import { actionWords } from './action-words.ts'
import { newState } from './actions/create.ts'
import { say } from './actions/remove.ts'
import { dropDue, schedule } from './due.ts'
import { setResourceStatus } from './event.ts'
import { disown, forgetFormer } from './own.ts'
import type { Run } from './run.ts'
import type { Action, Phase, Task } from './running.ts'
import { endTask, giveUp, stopAll } from './tasks.ts'
import { later } from './timing.ts'

type AfterFailure = (run: Run, key: string, task: Task) => void

/** How often a clean-up tries to delete a resource, and how long it waits between, in milliseconds. */
const tries = 3
const pause = 5000

/** What a failure means for the rest of a phase. */
const afterFailure: { readonly [phase in Phase]?: AfterFailure } = {
  apply: (run, _key, task) =>
    run.running.options.disableRollback ? giveUp(run, task) : cancelOthers(run, task),
  revert: (run, _key, task) => (run.running.kind === 'update' ? cancelOthers(run, task) : giveUp(run, task)),
  remove: (run, _key, task) => (run.running.options.force ? leaveBehind(run, task) : giveUp(run, task)),
  clean: tryAgain,
  'clean-reverted': tryAgain,
}

/** A resource failed: it says why, and the phase goes on without what needs it, or not at all. */
export function failTask(run: Run, key: string, task: Task, reason: string): void {
  dropDue(run.world, run.stack.id, (due) => due.logicalId === key)
  const words = actionWords[nameOf(run, task)]
  report(run, task, words.failed, reason)
  run.running.failures.push({ logicalId: task.logicalId, verb: words.verb })
  afterFailure[run.running.phase]!(run, key, task)
}

/** The operation as a whole cannot go on. */
export function failStack(run: Run, reason: string): void {
  run.running.stackFailure = reason
  cancelGoing(run)
}

function cancelOthers(run: Run, failed: Task): void {
  failed.state = 'failed'
  cancelGoing(run)
}

/** What goes on in a stack is broken off. */
export function cancelGoing(run: Run): void {
  dropDue(run.world, run.stack.id)
  for (const task of Object.values(run.running.tasks)) {
    if (task.state !== 'going') continue
    const { verb, failed, cancelled } = actionWords[nameOf(run, task)]
    if (cancelled !== undefined) {
      report(run, task, failed, cancelled)
      run.running.failures.push({ logicalId: task.logicalId, verb })
    }
    if (task.action === 'create-stack' || task.action === 'update-stack') cancelChild(run, task)
    task.state = 'failed'
  }
  stopAll(run)
}

/** What goes on in a nested stack is broken off when its turn comes. */
function cancelChild({ world, stack }: Run, { logicalId }: Task): void {
  const { physicalId } = stack.resources[logicalId] ?? {}
  if (physicalId !== undefined) schedule(world, { at: world.now, stackId: physicalId, kind: 'cancel' })
}

function tryAgain(run: Run, key: string, task: Task): void {
  task.tries = (task.tries ?? 1) + 1
  if (task.tries <= tries) return later(run, key, 'again', pause)
  run.running.leftBehind = true
  if (task.former !== undefined) {
    disown(run, task.former)
    forgetFormer(run, task.former)
  }
  endTask(run, task)
}

function leaveBehind(run: Run, task: Task): void {
  const resource = run.stack.resources[task.logicalId]!
  disown(run, task.former ?? resource)
  if (task.former !== undefined) forgetFormer(run, task.former)
  say(run, task, 'DELETE_SKIPPED')
  run.running.failures.pop()
  endTask(run, task)
}

/** What a task is when it failed before it was decided. */
function nameOf(run: Run, task: Task): Action {
  return task.action === 'apply' && run.stack.resources[task.logicalId] === undefined ? 'create' : task.action
}

function report(run: Run, task: Task, status: string, reason: string): void {
  if (task.former !== undefined) return say(run, task, status, reason)
  const state = run.stack.resources[task.logicalId] ?? newState(run, task)
  setResourceStatus(run, state, status, reason)
}
