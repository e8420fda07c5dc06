import { uuid } from '../chance.ts'
import type { StackState, World } from '../world.ts'
import type { ChangeSetState } from './change-set-state.ts'
import { earlyFindings, namesOfValidations, type EarlyFinding } from './early-validation.ts'
import type { PlannedChange } from './planned-change.ts'

/**
 * Validates the changes of a change set before it is complete. What is found is told in the events of the operation that makes it, those of nested stacks
 * with their root's. Gives the reason for which the change set fails, if it does.
 */
export function validateEarly(
  world: World,
  stack: StackState,
  { set, changes }: { readonly set: ChangeSetState; readonly changes: readonly PlannedChange[] },
): string | undefined {
  const root = set.rootId === undefined ? undefined : world.changeSets[set.rootId]
  const teller = (root && world.stacks[root.stackId]) ?? stack
  const found = earlyFindings(world, stack, changes)
  for (const finding of found) tell(world, teller, set, finding)
  const failed = found.filter(({ event }) => event.failureMode === 'FAIL')
  return failed.length === 0
    ? undefined
    : `The following hook(s)/validation failed: [${namesOfValidations(failed).join(', ')}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`
}

function tell(world: World, stack: StackState, set: ChangeSetState, { change, event }: EarlyFinding): void {
  stack.events.push({
    id: uuid(world),
    at: world.now,
    operationId: set.operationId,
    logicalId: change.logicalId,
    type: change.type,
    status: '',
    ...(change.physicalId === undefined ? {} : { physicalId: change.physicalId }),
    validation: event,
  })
}
