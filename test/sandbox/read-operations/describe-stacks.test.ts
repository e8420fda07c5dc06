import { expect } from 'chai'
import { readOperations } from '../../../src/sandbox/read-operations/read-operations.ts'
import { contextWith, desiredOf, eventOf, place, stackOf, start } from './worlds.ts'

const { DescribeStacks, ListStacks, ListExports, DescribeAccountLimits } = readOperations as Required<
  typeof readOperations
>

describe('sandbox DescribeStacks', () => {
  it('gives a plain stack with the lists and objects that CloudFormation gives empty', () => {
    expect(DescribeStacks!({ StackName: 'web' }, contextWith([stackOf('web')]))).to.deep.equal({
      Stacks: [
        {
          StackId: 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1',
          StackName: 'web',
          CreationTime: '2026-01-02T03:04:05.000Z',
          RollbackConfiguration: {},
          StackStatus: 'CREATE_COMPLETE',
          DisableRollback: false,
          NotificationARNs: [],
          Tags: [],
          EnableTerminationProtection: false,
          DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
        },
      ],
    })
  })

  it('gives all that a stack has, secrets hidden', () => {
    const id = 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1'
    const stack = stackOf('web', {
      status: 'UPDATE_IN_PROGRESS',
      statusReason: 'User Initiated',
      updatedAt: start + 60_000,
      desired: desiredOf({
        description: 'A site',
        parameters: [
          { key: 'Password', value: 'hush', noEcho: true },
          { key: 'Image', value: '/aws/ami', resolved: 'ami-1' },
        ],
        tags: [{ Key: 'team', Value: 'a' }],
        capabilities: ['CAPABILITY_IAM'],
        topics: ['arn:aws:sns:eu-west-3:111122223333:news'],
        role: 'arn:aws:iam::111122223333:role/deploy',
        rollback: { MonitoringTimeInMinutes: 5 },
      }),
      timeoutMinutes: 10,
      terminationProtection: true,
      changeSetId: 'arn:aws:cloudformation:eu-west-3:111122223333:changeSet/one/2',
      parentId: 'parent',
      rootId: 'root',
      outputs: [{ key: 'Url', value: 'https://x', description: 'Where', exportName: 'web-url' }],
      operations: [
        { id: 'operation-1', type: 'CREATE_STACK', startedAt: start, endedAt: start, status: 'SUCCEEDED' },
        { id: 'operation-2', type: 'UPDATE_STACK', startedAt: start, status: 'IN_PROGRESS' },
      ],
      events: [
        eventOf(1, 'UPDATE_IN_PROGRESS', { physicalId: id, detailedStatus: 'CONFIGURATION_COMPLETE' }),
      ],
      drift: { status: 'DRIFTED', checkedAt: start },
    })
    expect(DescribeStacks!({ StackName: stack.id }, contextWith([stack]))).to.deep.equal({
      Stacks: [
        {
          StackId: id,
          StackName: 'web',
          ChangeSetId: 'arn:aws:cloudformation:eu-west-3:111122223333:changeSet/one/2',
          Description: 'A site',
          Parameters: [
            { ParameterKey: 'Password', ParameterValue: '****' },
            { ParameterKey: 'Image', ParameterValue: '/aws/ami', ResolvedValue: 'ami-1' },
          ],
          CreationTime: '2026-01-02T03:04:05.000Z',
          LastUpdatedTime: '2026-01-02T03:05:05.000Z',
          RollbackConfiguration: { MonitoringTimeInMinutes: 5 },
          StackStatus: 'UPDATE_IN_PROGRESS',
          StackStatusReason: 'User Initiated',
          DisableRollback: false,
          NotificationARNs: ['arn:aws:sns:eu-west-3:111122223333:news'],
          TimeoutInMinutes: 10,
          Capabilities: ['CAPABILITY_IAM'],
          Outputs: [
            { OutputKey: 'Url', OutputValue: 'https://x', Description: 'Where', ExportName: 'web-url' },
          ],
          RoleARN: 'arn:aws:iam::111122223333:role/deploy',
          Tags: [{ Key: 'team', Value: 'a' }],
          EnableTerminationProtection: true,
          ParentId: 'parent',
          RootId: 'root',
          DriftInformation: { StackDriftStatus: 'DRIFTED', LastCheckTimestamp: '2026-01-02T03:04:05.000Z' },
          DetailedStatus: 'CONFIGURATION_COMPLETE',
          LastOperations: [
            { OperationType: 'UPDATE_STACK', OperationId: 'operation-2' },
            { OperationType: 'CREATE_STACK', OperationId: 'operation-1' },
          ],
        },
      ],
    })
  })

  it('finds a deleted stack by its id only', () => {
    const gone = stackOf('web', { status: 'DELETE_COMPLETE', deletedAt: start, changeSetId: 'set' })
    const context = contextWith([gone])
    expect(() => DescribeStacks!({ StackName: 'web' }, context)).to.throw('Stack with id web does not exist')
    expect(DescribeStacks!({}, context)).to.deep.equal({ Stacks: [] })
    expect(DescribeStacks!({ StackName: gone.id }, context)).to.deep.equal({
      Stacks: [
        {
          StackId: gone.id,
          StackName: 'web',
          CreationTime: '2026-01-02T03:04:05.000Z',
          DeletionTime: '2026-01-02T03:04:05.000Z',
          RollbackConfiguration: {},
          StackStatus: 'DELETE_COMPLETE',
          DisableRollback: false,
          NotificationARNs: [],
          Tags: [],
          DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
        },
      ],
    })
  })

  it('sees the stacks of its own account and region only', () => {
    const elsewhere = [
      stackOf('web', { id: 'arn:b', place: { ...place, region: 'us-east-1' } }),
      stackOf('web', { id: 'arn:c', place: { ...place, account: '999999999999' } }),
    ]
    const context = contextWith(elsewhere)
    expect(DescribeStacks!({}, context)).to.deep.equal({ Stacks: [] })
    expect(() => DescribeStacks!({ StackName: 'arn:b' }, context)).to.throw(
      'Stack with id arn:b does not exist',
    )
  })
})

describe('sandbox ListStacks', () => {
  it('lists page by page, the newest first, deleted ones too', () => {
    const stacks = Array.from({ length: 230 }, (_, number) =>
      stackOf(`s${number}`, { status: number % 2 ? 'DELETE_COMPLETE' : 'CREATE_COMPLETE' }),
    )
    const context = contextWith(stacks)
    expect(names(ListStacks!, context, {})).to.deep.equal([
      stacks
        .toReversed()
        .map(({ name }) => name)
        .slice(0, 100),
      stacks
        .toReversed()
        .map(({ name }) => name)
        .slice(100, 200),
      stacks
        .toReversed()
        .map(({ name }) => name)
        .slice(200),
    ])
    const deleted = names(ListStacks!, context, { StackStatusFilter: ['DELETE_COMPLETE'] })
    expect(deleted.map((page) => page.length)).to.deep.equal([100, 15])
  })

  it('refuses a token that is not its own', () => {
    expect(() => ListStacks!({ NextToken: 'x' }, contextWith([]))).to.throw('Invalid NextToken')
  })
})

describe('sandbox ListExports', () => {
  it('lists exports by name, without those of deleted stacks', () => {
    const output = (exportName?: string) => ({ key: 'K', value: `value of ${exportName}`, exportName })
    const context = contextWith([
      stackOf('b', { outputs: [output('z'), output()] }),
      stackOf('a', { outputs: [output('y')] }),
      stackOf('c', { status: 'DELETE_COMPLETE', outputs: [output('x')] }),
    ])
    expect(ListExports!({}, context)).to.deep.equal({
      Exports: [
        { ExportingStackId: stackOf('a').id, Name: 'y', Value: 'value of y' },
        { ExportingStackId: stackOf('b').id, Name: 'z', Value: 'value of z' },
      ],
    })
  })
})

describe('sandbox DescribeAccountLimits', () => {
  it('gives the quotas of a new account', () => {
    expect(DescribeAccountLimits!({}, contextWith([]))).to.deep.equal({
      AccountLimits: [
        { Name: 'StackLimit', Value: 2000 },
        { Name: 'StackOutputsLimit', Value: 200 },
        { Name: 'ConcurrentResourcesLimit', Value: 2500 },
      ],
    })
  })
})

function names(
  operation: NonNullable<typeof ListStacks>,
  context: ReturnType<typeof contextWith>,
  input: object,
): string[][] {
  const pages: string[][] = []
  for (let token: unknown, more = true; more; more = token !== undefined) {
    const answer = operation({ ...input, ...(token === undefined ? {} : { NextToken: token }) }, context)
    pages.push((answer['StackSummaries'] as { StackName: string }[]).map(({ StackName }) => StackName))
    token = answer['NextToken']
  }
  return pages
}
