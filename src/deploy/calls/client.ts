import {
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  GetStackPolicyCommand,
  ListChangeSetsCommand,
  SetStackPolicyCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation'
import type {
  Change,
  CloudFormationClient,
  CreateChangeSetInput,
  DescribeChangeSetOutput,
  OperationEvent,
  ResourceChange,
  ResourceChangeDetail,
  Stack,
  StackEvent,
  StackResourceDrift,
  StackResourceSummary,
  StackSummary,
} from '@aws-sdk/client-cloudformation'
import { because } from './aws-error.ts'
import type { AwsCredentialIdentityProvider } from './credentials.ts'
import { changeSetCalls, type CreatedChangeSet } from './change-set-calls.ts'
import { inspectionCalls } from './inspection-calls.ts'
import { operationCalls } from './operation-calls.ts'
import { sdkClient, type ClientOptions } from './sdk-client.ts'

export type {
  Change,
  ClientOptions,
  CreatedChangeSet,
  CreateChangeSetInput,
  DescribeChangeSetOutput,
  OperationEvent,
  ResourceChange,
  ResourceChangeDetail,
  Stack,
  StackEvent,
  StackResourceDrift,
  StackResourceSummary,
  StackSummary,
}

/** A change set that waits on a stack. */
export interface PendingChangeSet {
  readonly name: string
  readonly id: string
  readonly description?: string | undefined
  readonly createdAt?: Date | undefined
}

/** What `cfstack` asks of CloudFormation. The only way to the AWS SDK; throws `CfstackError`s. */
export type CloudFormation = ReturnType<typeof cloudFormation>

/** The calls that change nothing. */
export type CloudFormationReads = ReturnType<typeof reads>

/** Opens CloudFormation. Nothing is sent before the first call. */
export function cloudFormation(options: ClientOptions = {}) {
  const client = sdkClient(options)
  return {
    ...reads(client),
    /** The calls that only read, given up when the signal fires. */
    until: (signal: AbortSignal | undefined) => reads(client, signal),
    ...stackCalls(client),
    ...operationCalls(client),
    ...changeSetCalls(client),
    /** How many seconds of its time pass in one of ours. */
    speed: options.standIn?.speed ?? 1,
    /** What signs calls to other services in the same place and as the same caller. */
    signing: async () => ({
      region: await client.config.region(),
      credentials: client.config.credentials as AwsCredentialIdentityProvider,
      sha256: client.config.sha256,
    }),
  }
}

function reads(client: CloudFormationClient, abortSignal?: AbortSignal) {
  const http = abortSignal === undefined ? {} : { abortSignal }
  return {
    ...inspectionCalls(client, abortSignal),
    /** The stack by name or id; undefined when there is none or it has been deleted. */
    async describeStack(name: string): Promise<Stack | undefined> {
      const { Stacks } = await client
        .send(new DescribeStacksCommand({ StackName: name }), http)
        .catch((error: unknown) => {
          if (isMissingStack(error)) return { Stacks: [] }
          return because(`describe stack "${name}"`)(error)
        })
      const stack = Stacks?.[0]
      return stack?.StackStatus === 'DELETE_COMPLETE' ? undefined : stack
    },
    /** One page of a stack's events, newest first. */
    stackEvents: (stack: string, next?: string) =>
      client
        .send(new DescribeStackEventsCommand({ StackName: stack, NextToken: next }), http)
        .catch(because(`read the events of stack "${stack}"`)),
    /** The stack policy's text; undefined when there is none. */
    stackPolicy: (stack: string): Promise<string | undefined> =>
      client
        .send(new GetStackPolicyCommand({ StackName: stack }), http)
        .then(({ StackPolicyBody }) => StackPolicyBody, because(`read the stack policy of stack "${stack}"`)),
    /** One page of a change set, with or without property values. */
    describeChangeSet: (id: string, options: { values: boolean; next?: string | undefined }) =>
      client
        .send(
          new DescribeChangeSetCommand({
            ChangeSetName: id,
            IncludePropertyValues: options.values,
            NextToken: options.next,
          }),
          http,
        )
        .catch(because('describe the change set')),
    /** The stack's change sets that are neither executed nor being removed. */
    async pendingChangeSets(stack: string): Promise<readonly PendingChangeSet[]> {
      const pending: PendingChangeSet[] = []
      let next: string | undefined
      do {
        const page = await client
          .send(new ListChangeSetsCommand({ StackName: stack, NextToken: next }), http)
          .catch(because(`list the change sets of stack "${stack}"`))
        for (const one of page.Summaries ?? []) {
          if (one.ExecutionStatus?.startsWith('EXECUTE') || one.Status?.startsWith('DELETE')) continue
          const { ChangeSetName: name = '', ChangeSetId: id = '', Description, CreationTime } = one
          pending.push({ name, id, description: Description, createdAt: CreationTime })
        }
        next = page.NextToken
      } while (next !== undefined && next !== '')
      return pending
    },
  }
}

function stackCalls(client: CloudFormationClient) {
  return {
    setStackPolicy: (stack: string, policy: object) =>
      client
        .send(new SetStackPolicyCommand({ StackName: stack, StackPolicyBody: JSON.stringify(policy) }))
        .catch(because(`set the stack policy of stack "${stack}"`)),
    setTerminationProtection: (stack: string, enabled: boolean) =>
      client
        .send(
          new UpdateTerminationProtectionCommand({ StackName: stack, EnableTerminationProtection: enabled }),
        )
        .catch(because(`change the termination protection of stack "${stack}"`)),
  }
}

function isMissingStack(error: unknown): boolean {
  return error instanceof Error && error.name === 'ValidationError' && /does not exist/.test(error.message)
}
