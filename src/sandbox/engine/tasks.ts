import { taskGraph, type PlannedTask } from './task-graph.ts'
import type { Run } from './run.ts'
import type { Task } from './running.ts'

/** A phase gets its tasks; those that need nothing are ready. */
export function setTasks(run: Run, planned: readonly PlannedTask[], first: 'needed' | 'needing'): void {
  const { running } = run
  running.tasks = taskGraph(planned, first)
  running.open = planned.length
  running.checking = 0
  running.failures.length = 0
  running.ready.length = 0
  for (const [key, task] of Object.entries(running.tasks)) if (task.waits === 0) running.ready.push(key)
}

/** A task is over, and what waited for it can start. */
export function endTask(run: Run, task: Task): void {
  const { running } = run
  const keys = task.isUsable ? task.frees : [...task.freesEarly, ...task.frees]
  if (task.isUsable) running.checking -= 1
  task.state = 'done'
  running.open -= 1
  free(run, keys)
}

/** A task's resource can be referred to: what needs no more than that can start. */
export function beUsable(run: Run, task: Task): void {
  if (task.isUsable) return
  task.isUsable = true
  run.running.checking += 1
  free(run, task.freesEarly)
}

function free({ running }: Run, keys: readonly string[]): void {
  for (const key of keys) {
    const next = running.tasks[key]!
    next.waits -= 1
    if (next.waits === 0 && next.state === 'waiting') running.ready.push(key)
  }
}

/** A task failed, and nothing that waits for it, at any distance, will start. */
export function giveUp(run: Run, task: Task): void {
  const { running } = run
  if (task.isUsable) running.checking -= 1
  task.state = 'failed'
  running.open -= 1
  const keys = [...task.frees, ...task.freesEarly]
  for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
    const next = running.tasks[key]!
    if (next.state !== 'waiting') continue
    next.state = 'blocked'
    running.open -= 1
    keys.push(...next.frees, ...next.freesEarly)
  }
}

/** Nothing of this phase will start or go on. */
export function stopAll(run: Run): void {
  run.running.ready.length = 0
  run.running.open = 0
  run.running.checking = 0
}
