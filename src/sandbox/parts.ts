import type { Operations } from './operation.ts'
import { readOperations } from './read-operations/read-operations.ts'
import type { World } from './world.ts'

/** What the rooms of the sandbox offer to those who drive it. */
export const parts = {
  operations: { ...readOperations } as Operations,
  advance: (world: World, to: number): void => void (world.now = to),
  settle: (_world: World): void => undefined,
}
