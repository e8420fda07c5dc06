import { changeSetOperations } from './change-sets/change-set-operations.ts'
import { advance, settle } from './engine/advance.ts'
import { driftOperations } from './drift/drift-operations.ts'
import type { Operations } from './operation.ts'
import { readOperations } from './read-operations/read-operations.ts'
import { refactorOperations } from './refactor/refactor-operations.ts'
import { stackOperations } from './stack-operations/stack-operations.ts'
import { templateOperations } from './template/template-operations.ts'
import { typeOperations } from './types/type-operations.ts'

/** Every action of CloudFormation's API that the sandbox knows, from the rooms that have them. */
const operations: Operations = {
  ...stackOperations,
  ...changeSetOperations,
  ...readOperations,
  ...templateOperations,
  ...driftOperations,
  ...refactorOperations,
  ...typeOperations,
}

/** What the rooms of the sandbox offer to those who drive it. */
export const parts = { operations, advance, settle }
