import type { Task } from './running.ts'
import type { Run } from './run.ts'

/** How far a task has come; `usable` is still going, and what only refers to its resource can begin. */
export type Outcome =
  'going' | 'usable' | 'done' | { readonly failed: string } | { readonly stackFailed: string }

/** One thing that happens to a task. */
export type Step = (run: Run, key: string, task: Task) => Outcome

/** How a kind of task goes: its beginning, and what follows by the kind of what is due. */
export interface ActionSteps {
  readonly start: Step
  readonly on?: { readonly [dueKind: string]: Step }
}
