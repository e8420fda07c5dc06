import type { JsonObject } from '../../../../world.ts'
import type { Serverless, Work } from '../work.ts'

/** What makes a function or a state machine run. */
export interface ServerlessEvent {
  /** `HelloGet`: the owner's id and the event's name. */
  readonly id: string
  readonly type: string
  readonly properties: JsonObject
  /** The id of what it starts: the function, its alias, or the state machine. */
  readonly target: string
  readonly owner: Serverless
}

/** Adds what an event needs. */
export type ExpandEvent = (event: ServerlessEvent, work: Work) => void
