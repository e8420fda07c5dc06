import type { OperationState, StackState } from '../world.ts'

/** The operation that an earlier call with the same token has begun: such a call is answered, and does nothing more. */
export function repeatedCall(
  stack: StackState,
  type: OperationState['type'],
  token: string | undefined,
): OperationState | undefined {
  if (token === undefined) return undefined
  return stack.operations.find((operation) => operation.type === type && operation.token === token)
}
