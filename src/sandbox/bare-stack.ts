import type { StackState } from './world.ts'

/** A stack without resources, in which nothing has happened. */
export function bareStack(
  known: Pick<StackState, 'id' | 'name' | 'place' | 'status' | 'createdAt' | 'desired'>,
): StackState {
  return {
    ...known,
    disableRollback: false,
    terminationProtection: false,
    resources: {},
    outputs: [],
    events: [],
    operations: [],
  }
}
