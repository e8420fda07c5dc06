import { expect } from 'chai'
import { until } from '../conformance/until.ts'
import { startSandbox, type SandboxEndpoint } from './sandbox.ts'

const queue = (DelaySeconds: number): object => ({ Type: 'AWS::SQS::Queue', Properties: { DelaySeconds } })
const topic = (more: object = {}): object => ({ Type: 'AWS::SNS::Topic', ...more })
const stack = (Resources: object): object => ({ Resources })

describe('hard states, in the sandbox', function () {
  this.timeout(60_000)
  let sandbox: SandboxEndpoint
  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.stop())

  /** Runs a command on the stack that has to end well. */
  async function done(command: string, ...args: string[]): Promise<string> {
    const { code, stderr, stdout } = await sandbox.web(command, ...args)
    expect(code, stderr).to.equal(0)
    return stdout
  }
  const deploy = (command: string, template: object, ...flags: string[]): Promise<string> =>
    done(command, '--template', sandbox.file(template), '--yes', ...flags)
  const fails = (logicalId: string, on: 'create' | 'update' | 'delete' | 'rollback', reason: string): void =>
    sandbox.control.addFault({ kind: 'fail', logicalId, on, reason })
  const status = async (): Promise<string> => JSON.parse(await done('status', '--json')).status as string
  const resources = async (): Promise<Record<string, string>> => {
    const { StackResources = [] } = await sandbox.others.cfn.describeStackResources({ StackName: 'web' })
    return Object.fromEntries(
      StackResources.map(({ LogicalResourceId = '', ResourceStatus = '' }) => [
        LogicalResourceId,
        ResourceStatus,
      ]),
    )
  }

  describe('a rollback that is stuck', () => {
    /** The queue can go neither forth nor back. */
    beforeEach(async () => {
      await deploy('create', stack({ Jobs: queue(5), News: topic() }))
      fails('Jobs', 'rollback', 'The queue is locked')
      fails('More', 'create', 'Out of topics')
      const changed = stack({ Jobs: queue(7), News: topic(), More: topic({ DependsOn: 'Jobs' }) })
      const { code, stderr } = await sandbox.web('update', '--template', sandbox.file(changed), '--yes')
      expect(code).to.equal(1)
      expect(stderr).to.match(/^Cannot update stack "web": More \(AWS::SNS::Topic, .+\): Out of topics\n/)
      expect(await status()).to.equal('UPDATE_ROLLBACK_FAILED')
    })

    it('takes no update, and says what is stuck and which ways lead on', async () => {
      const { code, stderr, stdout } = await sandbox.web(
        'update',
        '--template',
        sandbox.file(stack({ Jobs: queue(8) })),
        '--yes',
      )
      expect([code, stdout]).to.deep.equal([
        1,
        'Stack "web" is in UPDATE_ROLLBACK_FAILED. What could not be rolled back:\n  Jobs: The queue is locked\n',
      ])
      expect(stderr).to.contain('--continue-rollback; --skip Jobs')
      expect(await done('doctor')).to.contain('cfstack rollback --stack-name web --skip Jobs')
    })

    it('is finished when its cause is gone', async () => {
      expect((await sandbox.web('rollback', '--yes')).code).to.equal(1)
      sandbox.control.clearFaults()
      await done('rollback', '--yes')
      expect([await status(), await resources()]).to.deep.equal([
        'UPDATE_ROLLBACK_COMPLETE',
        { Jobs: 'UPDATE_COMPLETE', News: 'CREATE_COMPLETE' },
      ])
      expect((await sandbox.web('drift', '--exit-code')).code).to.equal(0)
    })

    it('is finished without what is skipped, at which drift detection does not look then', async () => {
      expect(await done('rollback', '--skip', 'Jobs', '--yes')).to.contain('left as they are: Jobs')
      expect(await status()).to.equal('UPDATE_ROLLBACK_COMPLETE')
      expect(await done('drift', '--exit-code')).to.contain('0 changed, 0 deleted, 1 in sync')
    })

    it('is finished by force, and the next update goes through', async () => {
      await done('rollback', '--force', '--yes')
      expect(await status()).to.equal('UPDATE_ROLLBACK_COMPLETE')
      sandbox.control.clearFaults()
      await deploy('update', stack({ Jobs: queue(8), News: topic() }))
      expect(await status()).to.equal('UPDATE_COMPLETE')
    })

    it('is finished on the way to the next update', async () => {
      sandbox.control.clearFaults()
      await deploy('update', stack({ Jobs: queue(8), News: topic() }), '--continue-rollback')
      expect(await status()).to.equal('UPDATE_COMPLETE')
    })
  })

  describe('a creation that failed', () => {
    it('leaves nothing; one that was rolled back is made anew on request', async () => {
      fails('Jobs', 'create', 'Out of queues')
      const file = sandbox.file(stack({ Jobs: queue(5) }))
      const failed = await sandbox.web('create', '--template', file, '--yes')
      expect([failed.code, failed.stderr.split('\n')[0]]).to.deep.equal([
        1,
        `Cannot create stack "web": Jobs (AWS::SQS::Queue, ${file}): Out of queues`,
      ])
      await sandbox.others.create(stack({ Jobs: queue(5) }), { StackName: 'web' })
      expect(await status()).to.equal('ROLLBACK_COMPLETE')
      sandbox.control.clearFaults()
      expect((await sandbox.web('create', '--template', file, '--yes')).stderr).to.contain('--replace-failed')
      await done('create', '--template', file, '--yes', '--replace-failed')
      expect(await status()).to.equal('CREATE_COMPLETE')
    })

    it('is tried again on what was made so far', async () => {
      fails('Jobs', 'create', 'Out of queues')
      await sandbox.others.create(stack({ News: topic(), Jobs: { ...queue(5), DependsOn: 'News' } }), {
        StackName: 'web',
        DisableRollback: true,
      })
      expect([await status(), await resources()]).to.deep.equal([
        'CREATE_FAILED',
        { News: 'CREATE_COMPLETE', Jobs: 'CREATE_FAILED' },
      ])
      sandbox.control.clearFaults()
      await deploy('deploy', stack({ News: topic(), Jobs: queue(5) }), '--retry-failed')
      expect(await resources()).to.deep.equal({ News: 'CREATE_COMPLETE', Jobs: 'CREATE_COMPLETE' })
    })
  })

  describe('an update that failed and was left so', () => {
    beforeEach(async () => {
      await deploy('create', stack({ Jobs: queue(5) }))
      fails('Jobs', 'update', 'The queue is locked')
      await sandbox.others.update({ StackId: 'web' } as never, stack({ Jobs: queue(6) }), {
        DisableRollback: true,
      })
      expect(await status()).to.equal('UPDATE_FAILED')
      sandbox.control.clearFaults()
    })

    it('goes on with --retry-failed', async () => {
      await deploy('update', stack({ Jobs: queue(7) }), '--retry-failed')
      expect(await status()).to.equal('UPDATE_COMPLETE')
    })

    it('goes back first with --roll-back-failed', async () => {
      await deploy('update', stack({ Jobs: queue(7) }), '--roll-back-failed')
      expect(await status()).to.equal('UPDATE_COMPLETE')
    })

    it('goes back with rollback', async () => {
      await done('rollback', '--yes')
      expect(await status()).to.equal('UPDATE_ROLLBACK_COMPLETE')
    })
  })

  describe('a clean-up or deletion that failed', () => {
    it('lets the update succeed, and says what was left', async () => {
      await deploy('create', stack({ Jobs: queue(5), News: topic() }))
      fails('News', 'delete', 'Somebody subscribes')
      await deploy('update', stack({ Jobs: queue(5) }))
      expect(await status()).to.equal('UPDATE_COMPLETE')
      expect(await done('doctor')).to.contain('DELETE_FAILED  News  AWS::SNS::Topic  Somebody subscribes')
    })

    it('of a bucket that is not empty is finished without the bucket', async () => {
      const files = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'web-files' } }
      await deploy('create', stack({ Files: files, News: topic() }))
      await sandbox.others.beside.putObject('web-files', 'a.txt', 'a')
      const { code, stderr } = await sandbox.web('delete', '--yes')
      expect(code).to.equal(1)
      expect(stderr).to.match(/Files \(AWS::S3::Bucket\): The bucket you tried to delete is not empty/)
      expect(stderr).to.contain('cfstack delete --stack-name web --retain Files')
      await done('delete', '--yes', '--retain', 'Files')
      expect((await sandbox.web('status')).code).not.to.equal(0)
      expect(Object.values(sandbox.control.world().live).map(({ physicalId }) => physicalId)).to.deep.equal([
        'web-files',
      ])
    })

    it('is forced', async () => {
      await deploy('create', stack({ Jobs: queue(5), News: topic() }))
      fails('News', 'delete', 'Somebody subscribes')
      await done('delete', '--yes', '--force')
      expect((await sandbox.web('status')).code).not.to.equal(0)
    })
  })

  it('a review that was left over is created over; the change set of a colleague is named and stays', async () => {
    const theirs = await sandbox.others.changeSet('web', stack({ News: topic() }), {
      ChangeSetType: 'CREATE',
    })
    const file = sandbox.file(stack({ Jobs: queue(5) }))
    const refused = await sandbox.web('create', '--template', file)
    expect([refused.code, await status()]).to.deep.equal([4, 'REVIEW_IN_PROGRESS'])
    expect(refused.stdout + refused.stderr).to.contain(theirs.ChangeSetName)
    const { Summaries = [] } = await sandbox.others.cfn.listChangeSets({ StackName: 'web' })
    expect(Summaries.map(({ ChangeSetId }) => ChangeSetId)).to.deep.equal([theirs.ChangeSetId])
    await done('create', '--template', file, '--yes')
    expect(await resources()).to.deep.equal({ Jobs: 'CREATE_COMPLETE' })
  })

  it('an update that waits refuses others, and is cancelled: the stack ends as it began', async () => {
    sandbox.control.setSignals('awaited')
    await deploy('create', stack({ Jobs: queue(5) }))
    const Gate = {
      Type: 'AWS::CloudFormation::WaitCondition',
      CreationPolicy: { ResourceSignal: { Timeout: 'PT1H' } },
    }
    const file = sandbox.file(stack({ Jobs: queue(6), Gate }))
    const update = sandbox.web('update', '--template', file, '--yes')
    await until(
      'the gate is reached',
      () => resources(),
      (now) => [now['Gate'] === 'CREATE_IN_PROGRESS', JSON.stringify(now)],
    )
    const other = await sandbox.web('update', '--template', sandbox.file(stack({ Jobs: queue(7) })), '--yes')
    expect(other.code).to.equal(1)
    expect(other.stderr).to.match(/^Cannot update stack "web": .*UPDATE_IN_PROGRESS/)
    await done('cancel', '--yes')
    const { code, stderr } = await update
    expect(code).to.equal(1)
    expect(stderr).to.contain('UPDATE_ROLLBACK_COMPLETE')
    expect([await status(), await resources()]).to.deep.equal([
      'UPDATE_ROLLBACK_COMPLETE',
      { Jobs: 'UPDATE_COMPLETE' },
    ])
    expect((await sandbox.web('drift', '--exit-code')).code).to.equal(0)
  })

  describe('drift', () => {
    beforeEach(async () => {
      await deploy('create', stack({ Jobs: queue(5), News: topic() }))
      sandbox.control.changeResource({ stack: 'web', logicalId: 'Jobs' }, { DelaySeconds: 9 })
      sandbox.control.removeResource({ stack: 'web', logicalId: 'News' })
    })

    it('is found, named and taken back with one change set', async () => {
      const { code, stdout } = await sandbox.web('drift', '--exit-code')
      expect(code).to.equal(3)
      expect(stdout).to.contain('DelaySeconds: template "5", really "9"').and.contain('- deleted  News')
      expect(await done('recover', '--yes')).to.match(/Stack "web" is as its template says\n$/)
      expect((await sandbox.web('drift', '--exit-code')).code).to.equal(0)
    })

    it('is taken back in two steps', async () => {
      expect(await done('recover', '--two-step', '--yes')).to.match(
        /Step 3 of 3:[^]*Stack "web" is as its template says\n$/,
      )
      expect((await sandbox.web('drift', '--exit-code')).code).to.equal(0)
    })
  })

  describe('protection', () => {
    it('keeps a stack from deletion until it is switched off', async () => {
      await deploy('create', stack({ Jobs: queue(5) }))
      await sandbox.others.cfn.updateTerminationProtection({
        StackName: 'web',
        EnableTerminationProtection: true,
      })
      const { code, stderr } = await sandbox.web('delete', '--yes')
      expect([code, stderr.split(':')[0]]).to.deep.equal([1, 'Cannot delete stack "web"'])
      await done('delete', '--yes', '--unprotect')
      expect((await sandbox.web('status')).code).not.to.equal(0)
    })

    it('by a stack policy fails the update, and says so', async () => {
      await deploy('create', stack({ Jobs: queue(5), News: topic() }))
      const Statement = [
        { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'Update:*', Principal: '*', Resource: 'LogicalResourceId/Jobs' },
      ]
      await sandbox.others.cfn.setStackPolicy({
        StackName: 'web',
        StackPolicyBody: JSON.stringify({ Statement }),
      })
      const { code, stderr } = await sandbox.web(
        'update',
        '--template',
        sandbox.file(stack({ Jobs: queue(6), News: topic() })),
        '--yes',
      )
      expect([code, await status()]).to.deep.equal([1, 'UPDATE_ROLLBACK_COMPLETE'])
      expect(stderr).to.contain('Action denied by stack policy')
    })

    it('of an export in use keeps its stack, and names who imports it', async () => {
      const Outputs = { News: { Value: { Ref: 'News' }, Export: { Name: 'news' } } }
      await deploy('create', { ...stack({ News: topic() }), Outputs })
      const reader = { Outputs: { News: { Value: { 'Fn::ImportValue': 'news' } } } }
      const { StackName } = await sandbox.others.create({ ...stack({ Reader: topic() }), ...reader })
      const { code, stderr } = await sandbox.web('delete', '--yes')
      expect(code).to.equal(1)
      expect(stderr).to.contain(`its exports are in use: "news" (imported by ${StackName})`)
    })
  })
})
