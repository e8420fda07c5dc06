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
