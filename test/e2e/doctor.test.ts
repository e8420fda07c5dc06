import { expect } from 'chai'
import { testApp, type TestApp } from './app.ts'
import { cfstack } from './cfstack.ts'
import { ServiceError, startResponder, type Answer, type Responder } from './responder.ts'
import { eventOf, life, operations, resource, webTemplate } from './scripts.ts'
import { terminal } from './terminal.ts'

const web = ['--stack-name', 'web']

describe('drift and doctor, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  let app: TestApp | undefined
  afterEach(async () => {
    await responder.stop()
    app?.remove()
    app = undefined
  })

  async function run(answers: Record<string, Answer>, args: readonly string[]) {
    responder = await startResponder(answers)
    return cfstack(args, responder.env)
  }

  const stuck = [
    resource('Service', 'AWS::ECS::Service', 'UPDATE_FAILED', 'did not stabilize'),
    resource('Topic', 'AWS::SNS::Topic', 'UPDATE_COMPLETE'),
  ]
  const stages = [
    [undefined, 'UPDATE_ROLLBACK_FAILED'],
    ['ContinueUpdateRollback', 'UPDATE_ROLLBACK_COMPLETE'],
  ] as const

  it('doctor: says what is stuck and why, and the ways on; does nothing', async () => {
    const { code, stdout } = await run(
      operations({ stages, resources: stuck, fields: { StackStatusReason: 'sorry' } }),
      ['doctor', ...web, '--region', 'eu-west-3', '--exit-code'],
    )
    const command = 'cfstack rollback --stack-name web --region eu-west-3'
    expect(stdout).to.equal(
      [
        'Stack "web": UPDATE_ROLLBACK_FAILED since 2026-01-02T03:04:05.000Z',
        '  Its update failed, and so did the way back. It takes no update before that is finished. AWS says: sorry.',
        '  Stuck:',
        '    UPDATE_FAILED  Service  AWS::ECS::Service  did not stabilize',
        '  Ways on:',
        '    1. continue: try the rollback again, once its cause is removed',
        `       ${command}`,
        '    2. skip: finish the rollback without the resources that failed; they stay as they are',
        `       ${command} --skip Service`,
        '    3. force: finish the rollback and pass over whatever fails again',
        `       ${command} --force`,
        '    4. delete: delete the stack with what is in it',
        '       cfstack delete --stack-name web --region eu-west-3\n',
      ].join('\n'),
    )
    expect([code, responder.changes()]).to.deep.equal([3, []])
  })

  it('doctor --do goes one of the ways, and refuses one that leads nowhere', async () => {
    const answers = operations({ stages, resources: stuck })
    const { code, stdout } = await run(answers, ['doctor', ...web, '--do', 'skip', '--yes', '--json'])
    const { done } = JSON.parse(stdout) as { done: object }
    expect([code, done]).to.deep.equal([
      0,
      { stack: 'web', status: 'UPDATE_ROLLBACK_COMPLETE', skipped: ['Service'] },
    ])
    await responder.stop()
    const refused = await run(answers, ['doctor', ...web, '--do', 'cancel', '--yes'])
    expect(refused.stderr).to.equal(
      'Cannot cancel stack "web": that leads nowhere from UPDATE_ROLLBACK_FAILED\n' +
        '  hint: From there lead: continue, skip, force, delete   E_USAGE\n',
    )
    expect([refused.code, responder.changes()]).to.deep.equal([2, []])
  })

  it('doctor asks on a terminal which way to go', async () => {
    responder = await startResponder(operations({ stages, resources: stuck }))
    const session = terminal(['doctor', ...web], responder.env)
    await session.see('Which way? [1-4, or nothing] ')
    session.type('7\r')
    await session.see('"7" is none of them')
    await session.see('Which way? [1-4, or nothing] ')
    session.type('1\r')
    await session.see('Try the rollback of stack "web" again? [y/N] ')
    session.type('y\r')
    const { code, screen } = await session.ended
    expect(screen).to.contain('Stack "web": UPDATE_ROLLBACK_COMPLETE')
    expect([code, responder.changes()]).to.deep.equal([0, ['ContinueUpdateRollback']])
  })

  it('doctor finds a deleted stack in the list, and says whether kept exports can go', async () => {
    app = testApp({
      web: {
        template: { Resources: {} },
        settings: {
          exports: {
            'web-vpc': { output: 'Vpc', importedBy: [] },
            'web-zone': { output: 'Zone', importedBy: [] },
          },
        },
      },
    })
    const deleted = (StackName: string, time: string) => ({
      StackName,
      StackId: `arn:${time}`,
      StackStatus: 'DELETE_COMPLETE',
      CreationTime: '2026-01-01T00:00:00Z',
      DeletionTime: time,
    })
    const { code, stdout } = await run(
      {
        ...operations({ stages: [[undefined, 'DELETE_COMPLETE']] }),
        ListStacks: () => ({
          StackSummaries: [
            deleted('web', '2026-01-02T00:00:00Z'),
            deleted('web', '2026-01-03T00:00:00Z'),
            deleted('other', '2026-01-04T00:00:00Z'),
          ],
        }),
        ListImports: ({ ExportName }) => {
          if (ExportName === 'web-zone') return { Imports: ['shop'] }
          throw new ServiceError('ValidationError', `Export '${ExportName}' is not imported by any stack.`)
        },
      },
      ['doctor', 'web', '--manifest', app.manifest, '--json'],
    )
    const { status, since, notes } = JSON.parse(stdout) as { status: string; since: string; notes: string[] }
    expect([code, status, since, notes]).to.deep.equal([
      0,
      'DELETE_COMPLETE',
      '2026-01-03T00:00:00.000Z',
      [
        'Export "web-vpc" can go, nothing imports it any more: cfstack build --drop-kept-exports',
        'Export "web-zone" has to stay, it is still imported by shop',
      ],
    ])
  })

  it('drift: waits for another detection and for its own, reads all pages, ends with 3', async () => {
    let detections = 0
    const drift = (id: string, status: string, more: object = {}) => ({
      StackId: 'x',
      LogicalResourceId: id,
      ResourceType: 'AWS::SQS::Queue',
      StackResourceDriftStatus: status,
      Timestamp: '2026-01-02T03:04:05Z',
      ...more,
    })
    const difference = {
      PropertyPath: '/DelaySeconds',
      ExpectedValue: '0',
      ActualValue: '5',
      DifferenceType: 'NOT_EQUAL',
    }
    const { code, stdout } = await run(
      {
        ...operations({ stages: [[undefined, 'UPDATE_COMPLETE']] }),
        DetectStackDrift: () => {
          if (++detections === 1)
            throw new ServiceError('ValidationError', 'Drift detection is already in progress for stack web')
          return { StackDriftDetectionId: 'd-1' }
        },
        DescribeStackDriftDetectionStatus: (_params, calls) => ({
          DetectionStatus:
            calls.filter(({ action }) => action === 'DescribeStackDriftDetectionStatus').length < 3
              ? 'DETECTION_IN_PROGRESS'
              : 'DETECTION_COMPLETE',
        }),
        DescribeStackResourceDrifts: ({ NextToken }) =>
          NextToken === undefined
            ? {
                StackResourceDrifts: [drift('Jobs', 'MODIFIED', { PropertyDifferences: [difference] })],
                NextToken: 'more',
              }
            : { StackResourceDrifts: [drift('News', 'IN_SYNC')] },
      },
      ['drift', ...web, '--exit-code'],
    )
    expect(stdout).to.equal(
      [
        'Drift of stack "web":',
        '  ~ changed  Jobs  AWS::SQS::Queue',
        '      DelaySeconds: template "0", really "5"  (changed)',
        'Drift: 1 changed, 0 deleted, 1 in sync, 0 not compared',
        'Take it back: cfstack recover --stack-name web\n',
      ].join('\n'),
    )
    expect(code).to.equal(3)
  })

  it('doctor deploys again where that is the way, and names the command where there is no template', async () => {
    const answers = life({ before: 'UPDATE_ROLLBACK_COMPLETE', after: 'UPDATE_COMPLETE' })
    const more = { ...answers, ListStackResources: () => ({ StackResourceSummaries: [] }) }
    const args = ['doctor', '--template', webTemplate, ...web, '--do', 'update', '--yes', '--json']
    const { code, stdout } = await run(more, args)
    expect([code, (JSON.parse(stdout) as { status: string }).status]).to.deep.equal([0, 'UPDATE_COMPLETE'])
    expect(responder.changes()).to.deep.equal(['CreateChangeSet', 'ExecuteChangeSet'])
    await responder.stop()
    const named = await run(more, ['doctor', ...web, '--do', 'update'])
    expect(named.stdout).to.match(/Run: cfstack update --stack-name web\n$/)
    expect([named.code, responder.changes()]).to.deep.equal([0, []])
  })

  it('doctor joins what runs', async () => {
    let polls = 0
    const answers = {
      ...operations({ stages: [[undefined, 'UPDATE_IN_PROGRESS']] }),
      DescribeStacks: () => ({
        Stacks: [
          {
            StackName: 'web',
            StackId: 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1',
            CreationTime: '2026-01-02T03:04:05Z',
            StackStatus: polls > 3 ? 'UPDATE_COMPLETE' : 'UPDATE_IN_PROGRESS',
          },
        ],
      }),
      DescribeStackEvents: () => ({
        StackEvents:
          ++polls > 3
            ? [eventOf(2, 'UPDATE_COMPLETE'), eventOf(1, 'UPDATE_IN_PROGRESS')]
            : [eventOf(1, 'UPDATE_IN_PROGRESS')],
      }),
    }
    const { code, stdout } = await run(answers, ['doctor', ...web, '--do', 'join', '--json'])
    expect([code, (JSON.parse(stdout) as { done: object }).done]).to.deep.equal([
      0,
      { stack: 'web', status: 'UPDATE_COMPLETE' },
    ])
  })
})
