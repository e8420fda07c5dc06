import { parts } from '../parts.ts'
import type { EventState, Fault, OutputState, StackState, World } from '../world.ts'
import { differences, type Difference } from './left-behind.ts'
import { callerOf, playToEnd } from './play-to-end.ts'
import { stepsOf, type Step } from './steps.ts'

/** A change set that waits in a world. */
export interface Waiting {
  readonly stackId: string
  readonly changeSetId: string
  /** Whether what a failure leaves is kept as it is. */
  readonly disableRollback?: boolean
}

/** How a deployment goes. */
export interface Played {
  /** What the stack ends in; `DELETE_COMPLETE` when a failed creation is taken away. */
  readonly status: string
  /** Why it turned back, or failed. */
  readonly reason?: string
  readonly seconds: number
  readonly steps: readonly Step[]
  /** How the resources then differ from before. */
  readonly differences: readonly Difference[]
  readonly outputs: readonly OutputState[]
}

/** Plays the execution of a change set in a copy of the world, with faults. */
export function play(world: World, waiting: Waiting, faults: readonly Fault[] = []): Played {
  const copy = structuredClone(world)
  copy.faults.push(...structuredClone(faults))
  const stack = copy.stacks[waiting.stackId] as StackState
  const { length } = stack.events
  parts.operations['ExecuteChangeSet']!(
    {
      ChangeSetName: waiting.changeSetId,
      ...(waiting.disableRollback === true && { DisableRollback: 'true' }),
    },
    { world: copy, place: stack.place, callerArn: callerOf(stack.place) },
  )
  playToEnd(copy, stack.id)
  const events = stack.events.slice(length)
  const reason = turned(events, stack.id) ?? stack.statusReason
  const seconds = ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)) / 1000
  return {
    status: stack.status,
    ...(reason !== undefined && { reason }),
    seconds,
    steps: stepsOf(events, stack.id),
    differences: differences(world, copy, stack.id),
    outputs: stack.outputs,
  }
}

/** What the stack said when it turned back. */
function turned(events: readonly EventState[], stackId: string): string | undefined {
  const isTurn = /ROLLBACK_IN_PROGRESS$|_FAILED$|^DELETE_IN_PROGRESS$/
  return events.find(
    ({ physicalId, status, reason }) => physicalId === stackId && reason !== undefined && isTurn.test(status),
  )?.reason
}
