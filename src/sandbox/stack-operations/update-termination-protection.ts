import type { Operation } from '../operation.ts'
import { namedStack } from '../read-operations/find-stack.ts'
import { isTrue, textNeeded } from '../read-operations/given.ts'
import { validationError } from '../service-error.ts'

/** UpdateTerminationProtection. Nested stacks go by their root's. */
export const updateTerminationProtection: Operation = (input, context) => {
  const stack = namedStack(context, textNeeded(input, 'StackName'))
  textNeeded(input, 'EnableTerminationProtection')
  if (stack.parentId !== undefined)
    throw validationError(
      `Termination protection cannot be updated on nested stack [${stack.name}]. Update the root stack instead`,
    )
  stack.terminationProtection = isTrue(input, 'EnableTerminationProtection')
  return { StackId: stack.id }
}
