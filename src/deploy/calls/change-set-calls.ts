import {
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  ExecuteChangeSetCommand,
  type CloudFormationClient,
  type CreateChangeSetInput,
} from '@aws-sdk/client-cloudformation'
import { because } from './aws-error.ts'

/** A change set that was made: its ARN and the stack's. */
export interface CreatedChangeSet {
  readonly id: string
  readonly stackId: string
}

/**
 * The calls that make, execute and remove change sets. Each may be repeated after its answer was lost: what the first one did is
 * found by the change set's name and by the token, which nobody else has.
 */
export function changeSetCalls(client: CloudFormationClient) {
  return {
    async createChangeSet(input: CreateChangeSetInput): Promise<CreatedChangeSet> {
      const made = await client
        .send(new CreateChangeSetCommand(input))
        .catch((error: unknown) => madeBefore(client, input, error))
        .catch(because(`create a change set for stack "${input.StackName}"`))
      return { id: made.Id ?? '', stackId: made.StackId ?? '' }
    },
    executeChangeSet: (
      { id, stackId }: CreatedChangeSet,
      token: string,
      options: { readonly disableRollback?: boolean } = {},
    ): Promise<unknown> =>
      client
        .send(
          new ExecuteChangeSetCommand({
            ChangeSetName: id,
            ClientRequestToken: token,
            ...(options.disableRollback === true ? { DisableRollback: true } : {}),
          }),
        )
        .catch(async (error: unknown) => {
          if (!(await wasExecuted(client, { id, stackId }, { token, error }))) throw error
        })
        .catch(because('execute the change set')),
    deleteChangeSet: (id: string): Promise<unknown> =>
      client
        .send(new DeleteChangeSetCommand({ ChangeSetName: id }))
        .catch((error: unknown) => {
          if (!isNamed(error, 'ChangeSetNotFound')) throw error
        })
        .catch(because('delete the change set')),
  }
}

async function madeBefore(
  client: CloudFormationClient,
  { StackName, ChangeSetName }: CreateChangeSetInput,
  error: unknown,
): Promise<{ Id?: string | undefined; StackId?: string | undefined }> {
  if (!isNamed(error, 'AlreadyExists')) throw error
  const { ChangeSetId: Id, StackId } = await client.send(
    new DescribeChangeSetCommand({ StackName, ChangeSetName }),
  )
  return { Id, StackId }
}

async function wasExecuted(
  client: CloudFormationClient,
  { id, stackId }: CreatedChangeSet,
  { token, error }: { token: string; error: unknown },
): Promise<boolean> {
  if (isNamed(error, 'InvalidChangeSetStatus')) {
    const { ExecutionStatus } = await client.send(new DescribeChangeSetCommand({ ChangeSetName: id }))
    return ExecutionStatus?.startsWith('EXECUTE') === true
  }
  if (!isNamed(error, 'ChangeSetNotFound')) return false
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: stackId }))
  return StackEvents.some(({ ClientRequestToken }) => ClientRequestToken === token)
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name.startsWith(name)
}
