import {
  CloudFormation,
  type CreateChangeSetCommandInput,
  type CreateStackCommandInput,
  type DescribeChangeSetCommandOutput,
  type Stack,
  type StackEvent,
  type UpdateStackCommandInput,
} from '@aws-sdk/client-cloudformation'
import { randomUUID } from 'node:crypto'
import { neighbours, type Addresses, type Neighbours } from './neighbours.ts'
import { until } from './until.ts'

/** A template as data, or its text. */
export type Template = object | string
export type CreateOptions = Omit<Partial<CreateStackCommandInput>, 'TemplateBody'>
export type UpdateOptions = Omit<Partial<UpdateStackCommandInput>, 'TemplateBody'>
export type ChangeSetOptions = Omit<Partial<CreateChangeSetCommandInput>, 'TemplateBody'>

/** What a case works with: the SDK's client, and the steps that nearly every case takes. */
export interface Stage {
  readonly cfn: CloudFormation
  /** S3, SSM and Secrets Manager at the same endpoint. */
  readonly beside: Neighbours
  /** A name that nothing has yet. */
  name(): string
  /** Starts a stack's creation; gives its id. */
  start(template: Template, options?: CreateOptions): Promise<string>
  /** Creates a stack and waits until that has ended, well or badly. */
  create(template: Template, options?: CreateOptions): Promise<Stack>
  /** Updates a stack and waits until that has ended, well or badly. */
  update(stack: Stack, template?: Template, options?: UpdateOptions): Promise<Stack>
  /** Deletes a stack and waits until that has ended. */
  remove(stack: Stack, retain?: readonly string[]): Promise<Stack>
  /** The stack when nothing goes on in it. */
  settled(id: string | undefined): Promise<Stack>
  /** The stack when it has this status. */
  reaches(id: string | undefined, status: string): Promise<Stack>
  /** All events, oldest first. */
  events(id: string | undefined): Promise<StackEvent[]>
  /** Makes a change set and waits until it is ready or has failed. */
  changeSet(
    stackName: string,
    template?: Template,
    options?: ChangeSetOptions,
  ): Promise<DescribeChangeSetCommandOutput>
  /** Executes a change set and waits until its stack has ended. */
  execute(set: DescribeChangeSetCommandOutput): Promise<Stack>
}

/** A stage at an endpoint. */
export function stageAt(url: string, addresses: Addresses = 'path'): Stage {
  const account = '123456789012'
  const region = 'eu-central-1'
  const credentials = { accessKeyId: account, secretAccessKey: 'test' }
  const cfn = new CloudFormation({ endpoint: url, region, credentials, maxAttempts: 1 })
  const describe = async (id: string | undefined): Promise<Stack> => {
    const [stack] = (await cfn.describeStacks({ StackName: id })).Stacks ?? []
    if (stack === undefined) throw new Error(`DescribeStacks gives no stack for ${id}`)
    return stack
  }
  const settled = (id: string | undefined): Promise<Stack> =>
    until(
      `stack ${id} ends`,
      () => describe(id),
      ({ StackStatus = 'no status' }) => [hasEnded(StackStatus), StackStatus],
    )
  const start: Stage['start'] = async (template, options) =>
    (await cfn.createStack({ StackName: freshName(), TemplateBody: textOf(template), ...options })).StackId ??
    ''
  return {
    cfn,
    beside: neighbours(url, { region, account, addresses }),
    name: freshName,
    start,
    settled,
    create: async (template, options) => settled(await start(template, options)),
    update: async ({ StackId }, template, options) => {
      await cfn.updateStack({ StackName: StackId, ...bodyOf(template), ...options })
      return settled(StackId)
    },
    remove: async ({ StackId }, retain) => {
      await cfn.deleteStack({
        StackName: StackId,
        ...(retain === undefined ? {} : { RetainResources: [...retain] }),
      })
      return settled(StackId)
    },
    reaches: (id, status) =>
      until(
        `stack ${id} is ${status}`,
        () => describe(id),
        ({ StackStatus = '' }) => [StackStatus === status, StackStatus],
      ),
    events: async (id) => ((await cfn.describeStackEvents({ StackName: id })).StackEvents ?? []).reverse(),
    changeSet: async (stackName, template, options) => {
      const { Id } = await cfn.createChangeSet({
        StackName: stackName,
        ChangeSetName: freshName(),
        ...bodyOf(template),
        ...options,
      })
      return until(
        `change set ${Id} is ready`,
        () => cfn.describeChangeSet({ ChangeSetName: Id }),
        ({ Status = 'no status' }) => [!/PENDING|IN_PROGRESS/.test(Status), Status],
      )
    },
    execute: async ({ ChangeSetId, StackId }) => {
      await cfn.executeChangeSet({ ChangeSetName: ChangeSetId })
      return settled(StackId)
    },
  }
}

const freshName = (): string => `case-${randomUUID().slice(0, 13)}`
const hasEnded = (status: string): boolean => !status.endsWith('_IN_PROGRESS')
const textOf = (template: Template): string =>
  typeof template === 'string' ? template : JSON.stringify(template)

function bodyOf(template: Template | undefined): { TemplateBody: string } | { UsePreviousTemplate: true } {
  return template === undefined ? { UsePreviousTemplate: true } : { TemplateBody: textOf(template) }
}
