import { expect } from 'chai'
import { cfstack } from './cfstack.ts'
import { startResponder, type Answer, type Responder } from './responder.ts'
import { describes, life, setId, stackId, webTemplate } from './scripts.ts'

/** The state, the command, what the error says, its exit code. */
const refusals: readonly (readonly [
  state: string,
  operation: string,
  error: string,
  hint: string,
  exitCode: number,
])[] = [
  ...['create', 'update'].map(
    (operation) =>
      [
        'ROLLBACK_COMPLETE',
        operation,
        `Cannot ${operation} stack "web": it is in ROLLBACK_COMPLETE: because`,
        `Add --replace-failed to delete it and ${operation} it anew   E_STACK_STATE`,
        1,
      ] as const,
  ),
  [
    'DELETE_FAILED',
    'update',
    'Cannot update stack "web": it is in DELETE_FAILED: because',
    'Add --replace-failed to delete it and update it anew   E_STACK_STATE',
    1,
  ],
  [
    'CREATE_FAILED',
    'deploy',
    'Cannot deploy stack "web": it is in CREATE_FAILED: because',
    'Add --retry-failed to deploy onto what was made so far, --replace-failed to delete it and create it anew   E_STACK_STATE',
    1,
  ],
  [
    'UPDATE_FAILED',
    'update',
    'Cannot update stack "web": it is in UPDATE_FAILED: because',
    'Add --retry-failed to deploy onto what was made so far, --roll-back-failed to go back first   E_STACK_STATE',
    1,
  ],
  [
    'UPDATE_ROLLBACK_FAILED',
    'update',
    'Cannot update stack "web": it is in UPDATE_ROLLBACK_FAILED',
    'Cure the cause and add --continue-rollback; --skip Topic leaves these as they are   E_STACK_STATE',
    1,
  ],
  [
    'IMPORT_ROLLBACK_FAILED',
    'update',
    'Cannot update stack "web": it is in IMPORT_ROLLBACK_FAILED: because',
    'Only AWS support can finish it; see: cfstack doctor web   E_STACK_STATE',
    1,
  ],
  ...['CREATE_IN_PROGRESS', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'DELETE_IN_PROGRESS'].map(
    (state) =>
      [
        state,
        'update',
        `Cannot update stack "web": it is in ${state} since 2026-01-02T03:04:05.000Z, started with token ben-1`,
        'Add --join to follow what runs, or --wait to deploy after it   E_STACK_BUSY',
        1,
      ] as const,
  ),
  [
    'REVIEW_IN_PROGRESS',
    'update',
    'Cannot update stack "web": it was reviewed but never created',
    'Use `cfstack create`; check --region and --profile if it should be there   E_NO_STACK',
    2,
  ],
  [
    'UPDATE_COMPLETE',
    'create',
    'Cannot create stack "web": it exists already (UPDATE_COMPLETE)',
    'Use `cfstack update`, or `cfstack deploy`, which does what applies   E_STACK_EXISTS',
    2,
  ],
]

/** The stack's own event that begins an operation, with a token. */
const begun = (status: string, token: string) => ({
  StackId: stackId,
  EventId: token,
  StackName: 'web',
  LogicalResourceId: 'web',
  PhysicalResourceId: stackId,
  ResourceType: 'AWS::CloudFormation::Stack',
  ResourceStatus: status,
  ClientRequestToken: token,
  Timestamp: '2026-01-02T03:04:05Z',
})
const topic = {
  LogicalResourceId: 'Topic',
  PhysicalResourceId: 'arn:topic',
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatus: 'UPDATE_FAILED',
  ResourceStatusReason: 'no right to',
  LastUpdatedTimestamp: '2026-01-02T03:04:05Z',
}

describe('states of a deployed stack, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  afterEach(() => responder.stop())

  async function run(operation: string, answers: Record<string, Answer>, ...more: string[]) {
    responder = await startResponder(answers)
    return cfstack([operation, '--template', webTemplate, '--stack-name', 'web', ...more], responder.env)
  }

  for (const [state, operation, error, hint, exitCode] of refusals) {
    it(`${operation} refuses ${state} and sends nothing that changes it`, async () => {
      const { code, stderr } = await run(
        operation,
        {
          DescribeStacks: describes(state, { StackStatusReason: 'because' }),
          DescribeStackEvents: () => ({ StackEvents: [begun('UPDATE_IN_PROGRESS', 'ben-1')] }),
          ListStackResources: () => ({ StackResourceSummaries: [topic] }),
        },
        '--yes',
      )
      expect(stderr).to.equal(`${error}\n  hint: ${hint}\n`)
      expect([code, responder.changes()]).to.deep.equal([exitCode, []])
    })
  }

  it('tells what permission is missing, and sends nothing else', async () => {
    const { code, stderr } = await run('update', {
      DescribeStacks: () => {
        throw Object.assign(new Error('User is not authorized to perform DescribeStacks'), {
          code: 'AccessDenied',
        })
      },
    })
    expect(stderr).to.match(
      /^Cannot describe stack "web": User is not authorized.*\n {2}hint: .* {3}E_ACCESS\n$/,
    )
    expect([code, responder.changes()]).to.deep.equal([1, []])
  })

  it('creates over REVIEW_IN_PROGRESS, lists the change sets of others from all pages, and removes only its own', async () => {
    const other = (name: string, Status = 'CREATE_COMPLETE') => ({
      ChangeSetName: name,
      ChangeSetId: `arn:${name}`,
      Status,
      ExecutionStatus: 'AVAILABLE',
    })
    const { code, stdout } = await run('create', {
      ...life({ before: 'REVIEW_IN_PROGRESS', after: 'CREATE_COMPLETE' }),
      ListChangeSets: ({ NextToken }) =>
        NextToken === undefined
          ? { Summaries: [other('anna'), other('gone', 'DELETE_IN_PROGRESS')], NextToken: 'more' }
          : { Summaries: [other('ben')] },
    })
    expect(stdout).to.match(/^Stack "web" waits for its creation, with other change sets: anna, ben\. /)
    expect([code, responder.changes()]).to.deep.equal([4, ['CreateChangeSet', 'DeleteChangeSet']])
  })

  it('keeps a new stack to which somebody else has added a change set, found on the second page', async () => {
    const summary = { Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' }
    const { code } = await run('create', {
      ...life({ after: 'CREATE_COMPLETE' }),
      ListChangeSets: ({ NextToken }) =>
        NextToken === undefined
          ? { Summaries: [{ ...summary, ChangeSetName: 'mine', ChangeSetId: setId }], NextToken: 'more' }
          : { Summaries: [{ ...summary, ChangeSetName: 'anna', ChangeSetId: 'arn:anna' }] },
    })
    expect([code, responder.changes()]).to.deep.equal([4, ['CreateChangeSet', 'DeleteChangeSet']])
  })

  it('names a failed change set, and removes it and the empty stack', async () => {
    const { code, stderr } = await run('create', {
      ...life({ after: 'CREATE_COMPLETE' }),
      DescribeChangeSet: () => ({ Status: 'FAILED', StatusReason: 'Transform X failed' }),
    })
    expect(stderr).to.match(
      /^Cannot compute the changes of stack "web": Transform X failed\n.* {3}E_CHANGE_SET\n$/,
    )
    expect([code, responder.changes()]).to.deep.equal([
      1,
      ['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack'],
    ])
  })

  it('removes the change set when its execution is refused', async () => {
    const { code, stderr } = await run(
      'update',
      {
        ...life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_COMPLETE' }),
        ExecuteChangeSet: () => {
          throw Object.assign(new Error('no'), { code: 'InsufficientCapabilitiesException' })
        },
        DescribeStacks: describes('UPDATE_COMPLETE'),
      },
      '--yes',
    )
    expect(stderr).to.contain('E_CAPABILITY')
    expect([code, responder.changes()]).to.deep.equal([
      1,
      ['CreateChangeSet', 'ExecuteChangeSet', 'DeleteChangeSet'],
    ])
  })

  it('reads all pages of a plan, shows values before and after, and masks NoEcho', async () => {
    const change = (id: string, type: string, details: readonly object[]) => ({
      Type: 'Resource',
      ResourceChange: {
        Action: 'Modify',
        Replacement: 'False',
        LogicalResourceId: id,
        PhysicalResourceId: `${stackId}/${id}`,
        ResourceType: type,
        Details: details,
      },
    })
    const detail = (path: string, before: string, after: string, parameter: string) => ({
      Target: {
        Attribute: 'Properties',
        Path: path,
        BeforeValue: before,
        AfterValue: after,
        RequiresRecreation: 'Never',
      },
      ChangeSource: 'ParameterReference',
      CausingEntity: parameter,
    })
    const topic = change('Topic', 'AWS::SNS::Topic', [
      detail('/Properties/DisplayName', 'web', 'shop', 'Name'),
    ])
    const setting = change('Setting', 'AWS::SSM::Parameter', [
      detail('/Properties/Value', 'token old-secret', 'token new-secret', 'Token'),
    ])
    const { stdout, stderr } = await run(
      'update',
      {
        ...life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_COMPLETE' }),
        DescribeChangeSet: ({ NextToken }) => ({
          StackName: 'web',
          ChangeSetId: setId,
          Status: 'CREATE_COMPLETE',
          ...(NextToken === undefined ? { Changes: [topic], NextToken: 'more' } : { Changes: [setting] }),
        }),
      },
      '--name',
      'shop',
      '--token',
      'new-secret',
    )
    expect(stdout).to.equal(
      [
        'Changes of stack "web" (update):',
        '',
        '  ~ modify  Topic  AWS::SNS::Topic',
        '      Properties.DisplayName: "web" → "shop"  (parameter Name)',
        '  ~ modify  Setting  AWS::SSM::Parameter',
        '      Properties.Value: "****" → "****"  (parameter Token)',
        '',
        'Plan: 0 add, 2 modify, 0 replace, 0 remove\n',
      ].join('\n'),
    )
    expect(stdout + stderr).not.to.contain('secret')
  })

  it('masks NoEcho values in events, the root cause and outputs', async () => {
    const event = (id: string, status: string, reason: string) => ({
      StackId: stackId,
      EventId: id,
      StackName: 'web',
      LogicalResourceId: 'Setting',
      ResourceType: 'AWS::SSM::Parameter',
      ResourceStatus: status,
      ResourceStatusReason: reason,
      Timestamp: '2026-01-02T03:04:05Z',
    })
    const events = [event('1', 'UPDATE_FAILED', 'new-secret is too weak')]
    const Outputs = [{ OutputKey: 'Token', OutputValue: 'new-secret' }]
    const { code, stdout, stderr } = await run(
      'update',
      {
        ...life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_ROLLBACK_COMPLETE', fields: { Outputs } }),
        DescribeStackEvents: (_params, calls) => ({
          StackEvents: calls.some(({ action }) => action === 'ExecuteChangeSet') ? events : [],
        }),
      },
      '--token',
      'new-secret',
      '--yes',
      '--json',
    )
    expect(code).to.equal(1)
    expect(stderr).to.contain('**** is too weak')
    expect(JSON.parse(stdout)).to.deep.include({ outputs: { Token: '****' } })
    expect(stdout + stderr).not.to.contain('new-secret')
  })
})
