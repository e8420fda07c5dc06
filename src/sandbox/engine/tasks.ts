import { taskGraph, type PlannedTask } from './task-graph.ts'
import type { Run } from './run.ts'
import type { Task } from './running.ts'

/** A phase gets its tasks; those that need nothing are ready. */
export function setTasks(run: Run, planned: readonly PlannedTask[], first: 'needed' | 'needing'): void {
  const { running } = run
  running.tasks = taskGraph(planned, first)
  running.open = planned.length
  running.failures.length = 0
  running.ready.length = 0
  for (const [key, task] of Object.entries(running.tasks)) if (task.waits === 0) running.ready.push(key)
}

/** A task is over, and what waited for it can start. */
export function endTask(run: Run, task: Task): void {
  const { running } = run
  task.state = 'done'
  running.open -= 1
  for (const key of task.frees) {
    const next = running.tasks[key]!
    next.waits -= 1
    if (next.waits === 0 && next.state === 'waiting') running.ready.push(key)
  }
}

/** A task failed, and nothing that waits for it, at any distance, will start. */
export function giveUp(run: Run, task: Task): void {
  const { running } = run
  task.state = 'failed'
  running.open -= 1
  const keys = [...task.frees]
  for (let key = keys.pop(); key !== undefined; key = keys.pop()) {
    const next = running.tasks[key]!
    if (next.state !== 'waiting') continue
    next.state = 'blocked'
    running.open -= 1
    keys.push(...next.frees)
  }
}

/** Nothing of this phase will start or go on. */
export function stopAll(run: Run): void {
  run.running.ready.length = 0
  run.running.open = 0
}
