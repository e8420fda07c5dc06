import { runOf } from '../engine/run.ts'
import { takeSignal } from '../engine/signals.ts'
import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'

/** SignalResource. */
export const signalResource: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  const logicalId = textNeeded(input, 'LogicalResourceId')
  const id = textNeeded(input, 'UniqueId')
  const isGood = textNeeded(input, 'Status') === 'SUCCESS'
  const resource = stack.resources[logicalId]
  if (resource === undefined)
    throw validationError(`Resource ${logicalId} does not exist for stack ${stack.name}`)
  const run = runOf(context.world, stack.id)
  const task = run?.running.tasks[logicalId]
  if (run === undefined || task?.state !== 'going' || task.signals === undefined)
    throw validationError(`Resource ${logicalId} is in ${resource.status} state and cannot be signaled`)
  takeSignal(run, logicalId, task, { id, isGood })
  return {}
}
