import type { Action, FormerResource, Task } from './running.ts'

/** A task to be put in order. */
export interface PlannedTask {
  readonly key: string
  readonly logicalId: string
  readonly action: Action
  /** Logical ids that the resource needs. */
  readonly dependsOn: readonly string[]
  /** Those among them that have to be done, and not only usable. All, when absent. */
  readonly done?: readonly string[]
  readonly former?: FormerResource
}

/** Puts tasks in order: what a resource needs comes first, or last when things are taken away. Takes time in proportion to tasks and dependencies. */
export function taskGraph(
  planned: readonly PlannedTask[],
  first: 'needed' | 'needing',
): { [key: string]: Task } {
  const tasks: { [key: string]: Task } = {}
  const keys = new Map<string, string[]>()
  for (const { key, logicalId, action, former } of planned) {
    tasks[key] = {
      logicalId,
      action,
      state: 'waiting',
      waits: 0,
      frees: [],
      freesEarly: [],
      ...(former && { former }),
    }
    keys.set(logicalId, [...(keys.get(logicalId) ?? []), key])
  }
  for (const { key, logicalId, dependsOn, done = dependsOn } of planned)
    for (const needed of dependsOn)
      if (needed !== logicalId)
        for (const other of keys.get(needed) ?? [])
          if (first === 'needed') wait(tasks, key, other, done.includes(needed) ? 'frees' : 'freesEarly')
          else wait(tasks, other, key, 'frees')
  breakCircles(tasks)
  return tasks
}

function wait(
  tasks: { [key: string]: Task },
  key: string,
  before: string,
  list: 'frees' | 'freesEarly',
): void {
  tasks[before]![list].push(key)
  tasks[key]!.waits += 1
}

/** What is left over of several templates may depend on each other in a circle: one of them has to go first. */
function breakCircles(tasks: { readonly [key: string]: Task }): void {
  const waits = new Map(Object.entries(tasks).map(([key, task]) => [key, task.waits]))
  const free = [...waits.keys()].filter((key) => waits.get(key) === 0)
  const letGo = (key: string): void => {
    waits.delete(key)
    for (const next of [...tasks[key]!.frees, ...tasks[key]!.freesEarly]) {
      const left = waits.get(next)
      if (left === undefined) continue
      waits.set(next, left - 1)
      if (left === 1) free.push(next)
    }
  }
  while (waits.size > 0) {
    const key = free.pop() ?? waits.keys().next().value!
    if (waits.get(key) !== 0) tasks[key]!.waits = 0
    if (waits.has(key)) letGo(key)
  }
}
