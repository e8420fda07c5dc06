import type { Operations } from '../operation.ts'
import { createStack } from './create-stack.ts'
import { deleteStack } from './delete-stack.ts'
import { updateStack } from './update-stack.ts'

/** What makes, changes and takes away stacks without a change set. */
export const stackOperations: Operations = {
  CreateStack: createStack,
  UpdateStack: updateStack,
  DeleteStack: deleteStack,
}
