import { expect } from 'chai'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cfstack } from './cfstack.ts'
import { startMinistack, type Endpoint } from './endpoints.ts'
import { startResponder, type Answer, type Call, type Responder } from './responder.ts'
import { life, setId } from './scripts.ts'
import { terminal } from './terminal.ts'

const template = {
  Resources: {
    Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 0 } },
    News: { Type: 'AWS::SNS::Topic' },
  },
}
const executed = (calls: readonly Call[]): number =>
  calls.filter(({ action }) => action === 'ExecuteChangeSet').length

/** A stack whose queue was changed by hand, until so many change sets were executed. */
function drifted(steps: number, more: Record<string, Answer> = {}): Record<string, Answer> {
  return {
    ...life({ before: 'UPDATE_COMPLETE', after: 'UPDATE_COMPLETE' }),
    DetectStackDrift: () => ({ StackDriftDetectionId: 'd-1' }),
    DescribeStackDriftDetectionStatus: () => ({ DetectionStatus: 'DETECTION_COMPLETE' }),
    DescribeStackResourceDrifts: (_params, calls) => ({
      StackResourceDrifts: [
        {
          StackId: 'x',
          LogicalResourceId: 'Jobs',
          ResourceType: 'AWS::SQS::Queue',
          Timestamp: '2026-01-02T03:04:05Z',
          ...(executed(calls) < steps
            ? {
                StackResourceDriftStatus: 'MODIFIED',
                ActualProperties: '{"DelaySeconds":5}',
                PropertyDifferences: [
                  {
                    PropertyPath: '/DelaySeconds',
                    ExpectedValue: '0',
                    ActualValue: '5',
                    DifferenceType: 'NOT_EQUAL',
                  },
                ],
              }
            : { StackResourceDriftStatus: 'IN_SYNC' }),
        },
      ],
    }),
    GetTemplate: () => ({ TemplateBody: JSON.stringify(template) }),
    ...more,
  }
}

/** CloudFormation refuses drift-aware change sets, and takes others. */
const refusing: Record<string, Answer> = {
  DescribeChangeSet: (_params, calls) =>
    calls.findLast(({ action }) => action === 'CreateChangeSet')?.params['DeploymentMode'] === 'REVERT_DRIFT'
      ? { ChangeSetId: setId, Status: 'FAILED', StatusReason: 'Drift-aware change sets do not support Jobs' }
      : {
          StackName: 'web',
          ChangeSetId: setId,
          Status: 'CREATE_COMPLETE',
          Changes: [
            {
              ResourceChange: {
                Action: 'Modify',
                LogicalResourceId: 'Jobs',
                ResourceType: 'AWS::SQS::Queue',
              },
            },
          ],
        },
  DescribeEvents: () => ({ OperationEvents: [] }),
}

describe('drift and recovery on MiniStack', function () {
  this.timeout(90_000)
  let endpoint: Endpoint
  let folder: string
  before(async () => {
    endpoint = await startMinistack()
    folder = mkdtempSync(join(tmpdir(), 'cfstack-recover-'))
  })
  after(async () => {
    rmSync(folder, { recursive: true, force: true })
    await endpoint.stop()
  })
  const run = (...args: string[]) => cfstack([...args, '--stack-name', 'web'], endpoint.env, folder)

  /** Changes something by hand, past CloudFormation. */
  async function byHand(service: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const answer = await fetch(endpoint.url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=test/20260101/eu-central-1/${service}/aws4_request, SignedHeaders=host, Signature=x`,
      },
    })
    expect(answer.status, await answer.text()).to.equal(200)
  }

  it('finds what was changed and deleted by hand, and brings it back in two steps', async () => {
    const file = join(folder, 'web.json')
    const topic = { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'news' } }
    const queue = { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'jobs', DelaySeconds: 5 } }
    const setting = {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/news', Type: 'String', Value: { Ref: 'News' } },
    }
    writeFileSync(file, JSON.stringify({ Resources: { Jobs: queue, News: topic, Setting: setting } }))
    const made = await run('create', '--template', file, '--yes')
    expect(made.code, made.stderr).to.equal(0)
    await byHand('sqs', {
      Action: 'SetQueueAttributes',
      QueueUrl: `${endpoint.url}/000000000000/jobs`,
      'Attribute.1.Name': 'DelaySeconds',
      'Attribute.1.Value': '9',
    })
    await byHand('sns', { Action: 'DeleteTopic', TopicArn: 'arn:aws:sns:eu-central-1:000000000000:news' })

    const drift = await run('drift', '--exit-code', '--json')
    const { resources } = JSON.parse(drift.stdout) as { resources: { logicalId: string; status: string }[] }
    expect([drift.code, resources.map(({ logicalId, status }) => `${logicalId} ${status}`)]).to.deep.equal([
      3,
      ['Jobs MODIFIED', 'News DELETED'],
    ])
    const { code, stdout, stderr } = await run('recover', '--two-step', '--yes')
    expect(code, stderr).to.equal(0)
    expect(stdout)
      .to.contain('Step 3 of 3:')
      .and.match(/Stack "web" is as its template says\n$/)
    expect((await run('drift', '--exit-code')).code).to.equal(0)
    const same = await run('diff', '--template', file, '--exit-code')
    expect([same.code, existsSync(join(folder, 'web.before-recovery.json'))]).to.deep.equal([0, false])
  })
})

describe('recover, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'cfstack-recover-'))))
  afterEach(async () => {
    await responder.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  async function run(answers: Record<string, Answer>, ...args: string[]) {
    responder = await startResponder(answers)
    return cfstack(['recover', '--stack-name', 'web', ...args], responder.env, folder)
  }
  const created = () =>
    responder.calls.filter(({ action }) => action === 'CreateChangeSet').map(({ params }) => params)

  it('says so when nothing has drifted, and changes nothing', async () => {
    const { code, stdout } = await run(drifted(0), '--json')
    expect([code, (JSON.parse(stdout) as { status: string }).status]).to.deep.equal([0, 'in-sync'])
    expect(responder.changes()).to.deep.equal(['DetectStackDrift'])
  })

  it('shows the drift, takes it back with a drift-aware change set of the deployed template, and looks again', async () => {
    const { code, stdout, stderr } = await run(drifted(1), '--yes')
    expect(code, stderr).to.equal(0)
    expect(stdout).to.contain('      DelaySeconds: template "0", really "5"  (changed)')
    expect(stdout).to.match(/Stack "web" is as its template says\n$/)
    expect(created()[0]).to.include({
      DeploymentMode: 'REVERT_DRIFT',
      TemplateBody: JSON.stringify(template),
    })
    expect(responder.changes()).to.deep.equal([
      'DetectStackDrift',
      'CreateChangeSet',
      'ExecuteChangeSet',
      'DetectStackDrift',
    ])
  })

  it('asks nobody without a terminal, and leaves nothing', async () => {
    const { code } = await run(drifted(1))
    expect([code, responder.changes()]).to.deep.equal([
      4,
      ['DetectStackDrift', 'CreateChangeSet', 'DeleteChangeSet'],
    ])
  })

  it('names the way in two steps when CloudFormation refuses', async () => {
    const { code, stderr } = await run(drifted(2, refusing), '--yes', '--region', 'eu-west-3')
    expect(stderr).to.equal(
      'Cannot recover stack "web": Cannot compute the changes of stack "web": Drift-aware change sets do not support Jobs\n' +
        '  hint: Take it back by two updates: cfstack recover --stack-name web --region eu-west-3 --two-step   E_RECOVERY\n',
    )
    expect([code, responder.changes()]).to.deep.equal([
      1,
      ['DetectStackDrift', 'CreateChangeSet', 'DeleteChangeSet'],
    ])
  })

  it('--two-step deploys what is really there, then the template, and keeps no copy when that went well', async () => {
    const { code, stderr } = await run(drifted(2, refusing), '--yes', '--two-step')
    expect(code, stderr).to.equal(0)
    expect(created().map(({ TemplateBody = '' }) => JSON.parse(TemplateBody) as unknown)).to.deep.equal([
      {
        ...template,
        Resources: {
          ...template.Resources,
          Jobs: { Type: 'AWS::SQS::Queue', Properties: { DelaySeconds: 5 } },
        },
      },
      template,
    ])
    expect(existsSync(join(folder, 'web.before-recovery.json'))).to.equal(false)
  })

  it('keeps a copy of the template when the second step fails', async () => {
    const answers = drifted(9, refusing)
    const status = (calls: readonly Call[]) =>
      executed(calls) < 2 ? 'UPDATE_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE'
    const { code, stderr } = await run(
      {
        ...answers,
        DescribeStacks: (params, calls) => {
          const { Stacks } = answers['DescribeStacks']!(params, calls) as { Stacks: object[] }
          return { Stacks: [{ ...Stacks[0], StackStatus: status(calls) }] }
        },
      },
      '--yes',
      '--two-step',
    )
    expect(stderr).to.contain('E_DEPLOYMENT_FAILED')
    expect([code, JSON.parse(readFileSync(join(folder, 'web.before-recovery.json'), 'utf8'))]).to.deep.equal([
      1,
      template,
    ])
  })

  it('offers the two steps on a terminal, each to be approved; a no leaves nothing', async () => {
    responder = await startResponder(drifted(2, refusing))
    const session = terminal(['recover', '--stack-name', 'web'], responder.env)
    await session.see('take it back by two updates')
    session.type('two-step\r')
    await session.see('Step 1 of 2:')
    await session.see('Execute this on stack "web"? [y/N] ')
    session.type('n\r')
    const { code, screen } = await session.ended
    expect(screen).to.contain('Jobs gets its real DelaySeconds')
    expect([code, responder.changes()]).to.deep.equal([
      1,
      ['DetectStackDrift', 'CreateChangeSet', 'DeleteChangeSet', 'CreateChangeSet', 'DeleteChangeSet'],
    ])
  })
})
