import {
  CancelUpdateStackCommand,
  ContinueUpdateRollbackCommand,
  DeleteStackCommand,
  DetectStackDriftCommand,
  RollbackStackCommand,
  type CloudFormationClient,
} from '@aws-sdk/client-cloudformation'
import { because } from './aws-error.ts'

/** How a stack is deleted. */
export interface DeleteOptions {
  readonly role?: string | undefined
  /** Identifies the call, so that a repeated one does not count twice. */
  readonly token?: string | undefined
  /** Logical ids that stay; only in `DELETE_FAILED`. */
  readonly retain?: readonly string[] | undefined
  /** Deletes what can be deleted and forgets the rest; only in `DELETE_FAILED`. */
  readonly force?: boolean | undefined
}

/** How a failed rollback goes on. */
export interface ContinueRollbackOptions {
  readonly role?: string | undefined
  readonly token: string
  /** Logical ids that are left as they are. */
  readonly skip?: readonly string[] | undefined
  readonly force?: boolean | undefined
}

/** The calls that start an operation on a stack that is there. */
export function operationCalls(client: CloudFormationClient) {
  return {
    deleteStack: (stack: string, { role, token, retain = [], force = false }: DeleteOptions = {}) =>
      client
        .send(
          new DeleteStackCommand({
            StackName: stack,
            RoleARN: role,
            ClientRequestToken: token,
            ...(retain.length > 0 ? { RetainResources: [...retain] } : {}),
            ...(force ? { DeletionMode: 'FORCE_DELETE_STACK' } : {}),
          }),
        )
        .catch(because(`delete stack "${stack}"`)),
    cancelUpdate: (stack: string, token: string) =>
      client
        .send(new CancelUpdateStackCommand({ StackName: stack, ClientRequestToken: token }))
        .catch(because(`cancel the update of stack "${stack}"`)),
    /** Takes a stack back to its last good state after a failure that was not rolled back. */
    rollbackStack: (
      stack: string,
      { role, token }: { readonly role?: string | undefined; readonly token: string },
    ) =>
      client
        .send(new RollbackStackCommand({ StackName: stack, RoleARN: role, ClientRequestToken: token }))
        .catch(because(`roll back stack "${stack}"`)),
    continueRollback: (stack: string, { role, token, skip = [], force = false }: ContinueRollbackOptions) =>
      client
        .send(
          new ContinueUpdateRollbackCommand({
            StackName: stack,
            RoleARN: role,
            ClientRequestToken: token,
            ...(skip.length > 0 ? { ResourcesToSkip: [...skip] } : {}),
            ...(force ? { ForceRollback: true } : {}),
          }),
        )
        .catch(because(`continue the rollback of stack "${stack}"`)),
    /** Starts a drift detection and gives its id. */
    detectDrift: (stack: string): Promise<string> =>
      client
        .send(new DetectStackDriftCommand({ StackName: stack }))
        .then(
          ({ StackDriftDetectionId }) => StackDriftDetectionId ?? '',
          because(`detect the drift of stack "${stack}"`),
        ),
  }
}
