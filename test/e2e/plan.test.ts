import { expect } from 'chai'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack, root } from './cfstack.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'
import { deployed } from './lifecycle.ts'
import { ServiceError, startResponder, type Answer, type Responder } from './responder.ts'
import { life, setId, stack, stackId, webTemplate } from './scripts.ts'
import { terminal } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cfstack-plan-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'plan.json')
const target = ['--template', webTemplate, '--stack-name', 'web']

for (const { name, start } of [
  { name: 'moto', start: startMoto },
  { name: 'MiniStack', start: startMinistack },
]) {
  describe(`plan and apply on ${name}`, function () {
    this.timeout(60_000)
    let endpoint: Endpoint
    before(async () => void (endpoint = await start()))
    after(() => endpoint.stop())
    const run = (...args: string[]) => cfstack(args, endpoint.env)

    it('plan shows what would be made, ends with 3 on request, and leaves neither change set nor stack', async () => {
      const { code, stdout } = await run('plan', ...target, '--exit-code')
      expect(stdout).to.match(/^Changes of stack "web" \(create\):\n\n {2}\+ add +\w+/)
      expect(stdout).to.contain('Plan: 2 add, 0 modify, 0 replace, 0 remove\n')
      expect([code, await deployed(endpoint, 'web')]).to.deep.equal([3, undefined])
    })

    it('plan --markdown prints Markdown only', async () => {
      const { code, stdout } = await run('plan', ...target, '--markdown')
      expect(stdout).to.match(/^### create stack `web`\n\n- \+ add <code>/)
      expect([code, await deployed(endpoint, 'web')]).to.deep.equal([0, undefined])
    })

    it('plan --out keeps its change set, and the file holds no secret', async () => {
      const { code, stdout } = await run('plan', ...target, '--token', 'very-secret', '--out', file)
      expect(stdout).to.contain(`Apply it with: cfstack apply ${file}`)
      expect([code, await deployed(endpoint, 'web')]).to.deep.equal([
        0,
        { status: 'REVIEW_IN_PROGRESS', changeSets: 1 },
      ])
      expect(readFileSync(file, 'utf8')).not.to.contain('very-secret')
    })

    it('apply asks nobody without a terminal, and the plan stays', async () => {
      const { code, stderr } = await run('apply', file)
      expect([code, stderr]).to.deep.equal([
        4,
        'Cannot deploy stack "web": the changes need approval and there is no terminal\n' +
          '  hint: Add --yes to execute them without asking; nothing was changed   E_APPROVAL\n',
      ])
      expect(await deployed(endpoint, 'web')).to.deep.equal({ status: 'REVIEW_IN_PROGRESS', changeSets: 1 })
    })

    it('apply executes it, once', async () => {
      const { code, stdout, stderr } = await run('apply', file, '--yes', '--json')
      expect(code, stderr).to.equal(0)
      expect(JSON.parse(stdout)).to.include({ stack: 'web', status: 'CREATE_COMPLETE' })
      const again = await run('apply', file, '--yes')
      expect(again.stderr).to.contain('E_PLAN_MOVED')
      expect([again.code, await deployed(endpoint, 'web')]).to.deep.equal([
        1,
        { status: 'CREATE_COMPLETE', changeSets: 0 },
      ])
    })

    it('plan of nothing to change ends with 0, and so does its application', async () => {
      const { code, stdout } = await run(
        'plan',
        ...target,
        '--token',
        'very-secret',
        '--json',
        '--exit-code',
        '--out',
        file,
      )
      expect([code, JSON.parse(stdout)]).to.deep.equal([
        0,
        { stack: 'web', status: 'no-changes', settings: [], file },
      ])
      const applied = await run('apply', file, '--yes', '--json')
      expect([applied.code, JSON.parse(applied.stdout)]).to.deep.equal([
        0,
        { stack: 'web', status: 'no-changes' },
      ])
    })
  })
}

describe('plan and apply, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  afterEach(() => responder.stop())

  async function run(answers: Record<string, Answer>, ...args: string[]) {
    responder = await startResponder(answers)
    return cfstack(args, responder.env)
  }
  const updating = (more: object = {}) =>
    life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_COMPLETE', ...more })
  const waiting =
    (fields: object = {}): Answer =>
    () => ({
      StackName: 'web',
      ChangeSetId: setId,
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [
        { ResourceChange: { Action: 'Add', LogicalResourceId: 'Topic', ResourceType: 'AWS::SNS::Topic' } },
      ],
      Parameters: [
        { ParameterKey: 'Name', ParameterValue: 'web' },
        { ParameterKey: 'Token', ParameterValue: '****' },
      ],
      ...fields,
    })
  const moved: readonly (readonly [what: string, answers: Record<string, Answer>, says: string])[] = [
    [
      "the stack's last operation",
      {
        DescribeStacks: () => ({
          Stacks: [stack('UPDATE_COMPLETE', { LastUpdatedTime: '2026-02-02T00:00:00Z' })],
        }),
      },
      'the stack has moved since: from UPDATE_COMPLETE 2026-01-02T03:04:05.000Z to UPDATE_COMPLETE 2026-02-02T00:00:00.000Z',
    ],
    [
      'the change set',
      { DescribeChangeSet: waiting({ ExecutionStatus: 'OBSOLETE' }) },
      'its change set is in CREATE_COMPLETE, OBSOLETE',
    ],
    [
      'the change set, which is gone',
      {
        DescribeChangeSet: () => {
          throw new ServiceError('ChangeSetNotFound', 'ChangeSet [x] does not exist')
        },
      },
      'its change set is gone',
    ],
    [
      'the parameters',
      { DescribeChangeSet: waiting({ Parameters: [{ ParameterKey: 'Name', ParameterValue: 'other' }] }) },
      'the parameters of its change set are others',
    ],
  ]

  for (const [what, answers, says] of moved) {
    it(`apply refuses when something has moved: ${what}`, async () => {
      const made = await run(
        { ...updating(), DescribeChangeSet: waiting() },
        'plan',
        ...target,
        '--out',
        file,
      )
      expect(made.code, made.stderr).to.equal(0)
      await responder.stop()
      const { code, stderr } = await run(
        { ...updating(), DescribeChangeSet: waiting(), ...answers },
        'apply',
        file,
        '--yes',
      )
      expect([code, stderr, responder.changes()]).to.deep.equal([
        1,
        `Cannot apply the plan of stack "web": ${says}\n  hint: Make the plan anew, and review it   E_PLAN_MOVED\n`,
        [],
      ])
    })
  }

  it('apply refuses when the template has changed, and goes on where there is no template', async () => {
    const copy = join(folder, 'web.json')
    writeFileSync(copy, readFileSync(join(root, webTemplate)))
    const answers = { ...updating(), DescribeChangeSet: waiting() }
    await run(answers, 'plan', '--template', copy, '--stack-name', 'web', '--out', file)
    await responder.stop()
    writeFileSync(copy, '{"Resources":{}}')
    const refused = await run(answers, 'apply', file, '--yes')
    expect(refused.stderr).to.contain(`template "${copy}" has changed since`)
    expect(responder.changes()).to.deep.equal([])
    await responder.stop()
    rmSync(copy)
    const { code } = await run(answers, 'apply', file, '--yes')
    expect([code, responder.changes()]).to.deep.equal([0, ['ExecuteChangeSet']])
  })

  it('a no on the terminal leaves the plan as it is', async () => {
    responder = await startResponder({ ...updating(), DescribeChangeSet: waiting() })
    await cfstack(['plan', ...target, '--out', file], responder.env)
    const session = terminal(['apply', file], responder.env)
    await session.see('Execute this on stack "web"? [y/N] ')
    session.type('n\r')
    expect([(await session.ended).code, responder.changes()]).to.deep.equal([1, ['CreateChangeSet']])
  })

  for (const [status, says] of [
    [
      'UPDATE_IN_PROGRESS',
      /it is in UPDATE_IN_PROGRESS\n {2}hint: Wait for it: cfstack events --template \S+ --stack-name web --region eu-west-3 {3}E_STACK_BUSY/,
    ],
    [
      'ROLLBACK_COMPLETE',
      /it is in ROLLBACK_COMPLETE\n {2}hint: The ways on: cfstack doctor .* {3}E_STACK_STATE/,
    ],
  ] as const) {
    it(`plan changes nothing at a stack in ${status}`, async () => {
      const { code, stderr } = await run(
        life({ before: status, after: status }),
        'plan',
        ...target,
        '--region',
        'eu-west-3',
      )
      expect(stderr).to.match(says)
      expect([code, responder.changes()]).to.deep.equal([1, []])
    })
  }

  it('plan succeeds for who may not delete the empty stack', async () => {
    const { code, stdout } = await run(
      {
        ...life({ after: 'CREATE_COMPLETE' }),
        DeleteStack: () => {
          throw new ServiceError('AccessDenied', 'User is not authorized to perform DeleteStack')
        },
      },
      'plan',
      ...target,
    )
    expect(stdout).to.match(/^Changes of stack "web"/)
    expect([code, responder.changes()]).to.deep.equal([
      0,
      ['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack'],
    ])
  })

  it('plan --revert-drift compares with what is really there', async () => {
    const change = {
      ResourceChange: {
        Action: 'Modify',
        LogicalResourceId: 'Topic',
        ResourceType: 'AWS::SNS::Topic',
        ResourceDriftStatus: 'MODIFIED',
        ResourceDriftIgnoredAttributes: [{ Path: '/Properties/Tags', Reason: 'MANAGED_BY_AWS' }],
        Details: [
          {
            Target: {
              Attribute: 'Properties',
              Path: '/Properties/DisplayName',
              BeforeValue: 'by hand',
              AfterValue: 'web',
              BeforeValueFrom: 'ACTUAL_STATE',
              Drift: { ActualValue: 'by hand', PreviousValue: 'web' },
            },
          },
        ],
      },
    }
    const { code, stdout } = await run(
      { ...updating(), DescribeChangeSet: waiting({ DeploymentMode: 'REVERT_DRIFT', Changes: [change] }) },
      'plan',
      ...target,
      '--revert-drift',
    )
    expect(stdout).to.equal(
      [
        'Changes of stack "web" (update, compared with what is really there):',
        '',
        '  ~ modify  Topic  AWS::SNS::Topic  (was changed by hand; drift of /Properties/Tags (MANAGED_BY_AWS) is not compared)',
        '      Properties.DisplayName: "by hand" → "web"',
        '        actual "by hand", last deployed "web", wanted "web"',
        '',
        'Plan: 0 add, 1 modify, 0 replace, 0 remove\n',
      ].join('\n'),
    )
    const { params } = responder.calls.find(({ action }) => action === 'CreateChangeSet')!
    expect([code, params['DeploymentMode'], responder.changes()]).to.deep.equal([
      0,
      'REVERT_DRIFT',
      ['CreateChangeSet', 'DeleteChangeSet'],
    ])
  })

  it('--import takes an existing resource over; a misspelt one is refused', async () => {
    const refused = await run(updating(), 'plan', ...target, '--import', 'Topik=TopicArn:arn:aws:sns:x')
    expect([refused.code, responder.calls]).to.deep.equal([2, []])
    expect(refused.stderr).to.contain('hint: Did you mean "Topic"?   E_USAGE')
    await responder.stop()
    await run(
      { ...updating(), DescribeChangeSet: waiting() },
      'plan',
      ...target,
      '--import',
      'Topic=TopicArn:arn:aws:sns:x',
    )
    const { params } = responder.calls.find(({ action }) => action === 'CreateChangeSet')!
    expect(params).to.include({
      ChangeSetType: 'IMPORT',
      'ResourcesToImport.member.1.LogicalResourceId': 'Topic',
      'ResourcesToImport.member.1.ResourceType': 'AWS::SNS::Topic',
      'ResourcesToImport.member.1.ResourceIdentifier.entry.1.key': 'TopicArn',
      'ResourcesToImport.member.1.ResourceIdentifier.entry.1.value': 'arn:aws:sns:x',
    })
  })

  it('shows nested changes, hooks, and what early validation warns of', async () => {
    const inner = 'arn:aws:cloudformation:eu-west-3:111122223333:changeSet/inner/3'
    const outer = [
      {
        HookInvocationCount: 1,
        ResourceChange: {
          Action: 'Modify',
          LogicalResourceId: 'Db',
          ResourceType: 'AWS::CloudFormation::Stack',
          ChangeSetId: inner,
        },
      },
      {
        ResourceChange: {
          Action: 'Remove',
          LogicalResourceId: 'Setting',
          ResourceType: 'AWS::SSM::Parameter',
          PolicyAction: 'Delete',
        },
      },
    ]
    const bucket = {
      ResourceChange: {
        Action: 'Remove',
        LogicalResourceId: 'Logs',
        ResourceType: 'AWS::S3::Bucket',
        PolicyAction: 'Delete',
      },
    }
    const { stdout } = await run(
      {
        ...updating(),
        DescribeChangeSet: (params, calls) =>
          params['ChangeSetName'] === inner
            ? { StackName: 'web-Db', ChangeSetId: inner, Status: 'CREATE_COMPLETE', Changes: [bucket] }
            : waiting({ Changes: outer })(params, calls),
        GetTemplate: () => ({ TemplateBody: '{"Resources":{"Logs":{"Type":"AWS::S3::Bucket"}}}' }),
        DescribeChangeSetHooks: () => ({
          Hooks: [
            {
              TypeName: 'Acme::Guard::Hook',
              FailureMode: 'FAIL',
              TargetDetails: { ResourceTargetDetails: { LogicalResourceId: 'Db' } },
            },
          ],
        }),
        DescribeEvents: ({ ChangeSetName }) => ({
          OperationEvents:
            ChangeSetName === setId
              ? [
                  {
                    EventType: 'VALIDATION_ERROR',
                    ValidationName: 'BUCKET_EMPTINESS_VALIDATION',
                    ValidationFailureMode: 'WARN',
                    ValidationStatusReason: 'The bucket is not empty',
                    ValidationPath: '/Resources/Logs',
                  },
                ]
              : [],
        }),
      },
      'plan',
      ...target,
    )
    expect(stdout).to.equal(
      [
        'Changes of stack "web" (update):',
        '',
        '  These hold data and are replaced or removed:',
        '  - remove  Db/Logs  AWS::S3::Bucket  (is deleted)',
        '',
        '  ~ modify  Db  AWS::CloudFormation::Stack  (1 hook)',
        '  - remove  Setting  AWS::SSM::Parameter  (is deleted)',
        '',
        '  CloudFormation warns:',
        '    BUCKET_EMPTINESS_VALIDATION  Logs: The bucket is not empty',
        '',
        '  Hooks will look at it:',
        '    Acme::Guard::Hook at Db  (can stop it)',
        '',
        'Plan: 0 add, 1 modify, 0 replace, 2 remove\n',
      ].join('\n'),
    )
  })

  it('names what early validation and hooks refuse, with remediation, and cleans up', async () => {
    const { code, stderr } = await run(
      {
        ...life({ after: 'CREATE_COMPLETE' }),
        DescribeChangeSet: () => ({
          ChangeSetId: setId,
          StackId: stackId,
          Status: 'FAILED',
          StatusReason: 'Early validation failed',
        }),
        DescribeEvents: () => ({
          OperationEvents: [
            {
              EventType: 'VALIDATION_ERROR',
              ValidationName: 'NAME_CONFLICT_VALIDATION',
              ValidationFailureMode: 'FAIL',
              ValidationStatusReason: 'It exists already',
              ValidationPath: '/Resources/Topic/Properties/TopicName',
            },
            {
              EventType: 'HOOK_INVOCATION_ERROR',
              HookType: 'Acme::Guard::Hook',
              HookFailureMode: 'FAIL',
              HookStatusReason: 'Not encrypted',
              LogicalResourceId: 'Topic',
            },
          ],
        }),
        ListHookResults: () => ({
          HookResults: [
            { HookResultId: 'h-1', TypeName: 'Acme::Guard::Hook', Status: 'HOOK_COMPLETE_FAILED' },
          ],
        }),
        GetHookResult: () => ({
          TypeName: 'Acme::Guard::Hook',
          Annotations: [
            {
              AnnotationName: 'kms',
              Status: 'FAILED',
              StatusMessage: 'No key',
              RemediationMessage: 'Set KmsMasterKeyId',
            },
          ],
        }),
      },
      'plan',
      ...target,
    )
    expect(stderr).to.equal(
      [
        'Cannot compute the changes of stack "web": Early validation failed',
        '  error NAME_CONFLICT_VALIDATION  Topic.Properties.TopicName: It exists already',
        '  error Acme::Guard::Hook  Topic: Not encrypted',
        '    No key: Set KmsMasterKeyId',
        '  hint: Correct the template or the parameters; nothing was changed   E_CHANGE_SET\n',
      ].join('\n'),
    )
    expect([code, responder.changes()]).to.deep.equal([
      1,
      ['CreateChangeSet', 'DeleteChangeSet', 'DeleteStack'],
    ])
  })
})
