import type { Operations } from '../operation.ts'
import { cancelUpdateStack } from './cancel-update-stack.ts'
import { continueUpdateRollback } from './continue-update-rollback.ts'
import { rollbackStack } from './rollback-stack.ts'
import { signalResource } from './signal-resource.ts'
import { getStackPolicy, setStackPolicy } from './stack-policies.ts'
import { updateTerminationProtection } from './update-termination-protection.ts'
import { createStack } from './create-stack.ts'
import { deleteStack } from './delete-stack.ts'
import { updateStack } from './update-stack.ts'

/** What makes, changes and takes away stacks without a change set. */
export const stackOperations: Operations = {
  CreateStack: createStack,
  UpdateStack: updateStack,
  DeleteStack: deleteStack,
  CancelUpdateStack: cancelUpdateStack,
  ContinueUpdateRollback: continueUpdateRollback,
  RollbackStack: rollbackStack,
  SignalResource: signalResource,
  UpdateTerminationProtection: updateTerminationProtection,
  SetStackPolicy: setStackPolicy,
  GetStackPolicy: getStackPolicy,
}
