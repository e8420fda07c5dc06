import { advance, settle } from './engine/advance.ts'
import type { Operations } from './operation.ts'
import { readOperations } from './read-operations/read-operations.ts'
import { stackOperations } from './stack-operations/stack-operations.ts'

/** What the rooms of the sandbox offer to those who drive it. */
export const parts: {
  readonly operations: Operations
  readonly advance: typeof advance
  readonly settle: typeof settle
} = {
  operations: { ...readOperations, ...stackOperations },
  advance,
  settle,
}
