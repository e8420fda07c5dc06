import { ServiceError, type Answer, type Call } from './responder.ts'

export const stackId = 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1'
export const setId = 'arn:aws:cloudformation:eu-west-3:111122223333:changeSet/mine/2'

/** The template that the scripts' stack is made of, relative to the repository. */
export const webTemplate = 'test/e2e/fixtures/web.json'

/** A stack as DescribeStacks gives it. */
export function stack(status: string, fields: object = {}): object {
  return {
    StackName: 'web',
    StackId: stackId,
    StackStatus: status,
    CreationTime: '2026-01-02T03:04:05Z',
    ...fields,
  }
}

export const describes =
  (status: string, fields: object = {}): Answer =>
  () => ({ Stacks: [stack(status, fields)] })

/** What a stack says of itself in the life of one change set: before it, when it is there, and when it runs. */
export interface Life {
  /** Undefined: there is no stack. */
  readonly before?: string
  readonly fields?: object
  /** The status after the execution call. */
  readonly after: string
  readonly changes?: readonly object[]
}

/** Answers for a deployment that makes a change set and executes it. */
export function life({ before, fields = {}, after, changes = [added] }: Life): Record<string, Answer> {
  const did = (calls: readonly Call[], action: string) => calls.some((call) => call.action === action)
  return {
    DescribeStacks: (_params, calls) => {
      if (did(calls, 'ExecuteChangeSet')) return { Stacks: [stack(after, fields)] }
      if (before !== undefined) return { Stacks: [stack(before, fields)] }
      if (!did(calls, 'CreateChangeSet') || did(calls, 'DeleteStack'))
        throw new ServiceError('ValidationError', 'Stack with id web does not exist')
      return { Stacks: [stack('REVIEW_IN_PROGRESS')] }
    },
    CreateChangeSet: () => ({ Id: setId, StackId: stackId }),
    DescribeChangeSet: () => ({
      StackName: 'web',
      ChangeSetId: setId,
      Status: 'CREATE_COMPLETE',
      Changes: changes,
    }),
    ListChangeSets: () => ({ Summaries: [] }),
    DescribeStackEvents: () => ({ StackEvents: [] }),
    ExecuteChangeSet: () => ({}),
    DeleteChangeSet: () => ({}),
    DeleteStack: () => ({}),
    SetStackPolicy: () => ({}),
    UpdateTerminationProtection: () => ({}),
  }
}

const added = {
  Type: 'Resource',
  ResourceChange: { Action: 'Add', LogicalResourceId: 'Topic', ResourceType: 'AWS::SNS::Topic' },
}

/** A resource as ListStackResources gives it. */
export function resource(id: string, type: string, status: string, reason?: string): object {
  return {
    LogicalResourceId: id,
    PhysicalResourceId: `${id.toLowerCase()}-1`,
    ResourceType: type,
    ResourceStatus: status,
    LastUpdatedTimestamp: '2026-01-02T03:04:05Z',
    ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
  }
}

/** An event of the stack, or of one of its resources. */
export function eventOf(number: number, status: string, more: object = {}): object {
  return {
    StackId: stackId,
    EventId: String(number),
    StackName: 'web',
    LogicalResourceId: 'web',
    PhysicalResourceId: stackId,
    ResourceType: 'AWS::CloudFormation::Stack',
    ResourceStatus: status,
    Timestamp: `2026-01-02T03:04:${String(number).padStart(2, '0')}Z`,
    ...more,
  }
}

/** A stack that stays in a status until an action is called, and is in the next one then: `[undefined, status]` is its beginning. */
export interface Stages {
  readonly stages: readonly (readonly [action: string | undefined, status: string])[]
  readonly fields?: object
  readonly resources?: readonly object[]
  readonly template?: string
}

/** Answers for operations on a stack that is there. Each stage tells its status in an event too. */
export function operations({
  stages,
  fields = {},
  resources = [],
  template,
}: Stages): Record<string, Answer> {
  // The same action may move the stack twice: its second call is for the second stage that names it.
  const reached = (calls: readonly Call[]): number => {
    let at = 0
    for (const { action } of calls) if (stages[at + 1]?.[0] === action) at++
    return at
  }
  const status = (calls: readonly Call[]): string => stages[reached(calls)]![1]
  const starts = Object.fromEntries(
    stages.flatMap(([action]) => (action === undefined ? [] : [[action, () => ({})]])),
  )
  return {
    ...starts,
    DescribeStacks: (_params, calls) => {
      if (status(calls) === 'DELETE_COMPLETE')
        throw new ServiceError('ValidationError', 'Stack with id web does not exist')
      return { Stacks: [stack(status(calls), fields)] }
    },
    DescribeStackEvents: (_params, calls) => ({
      StackEvents: stages
        .slice(0, reached(calls) + 1)
        .map(([, one], index) => eventOf(index, one))
        .reverse(),
    }),
    ListStackResources: () => ({ StackResourceSummaries: resources }),
    ListChangeSets: () => ({ Summaries: [] }),
    GetTemplate: () => ({ TemplateBody: template ?? '{"Resources":{}}' }),
    ListImports: () => {
      throw new ServiceError('ValidationError', "Export 'x' is not imported by any stack.")
    },
  }
}
