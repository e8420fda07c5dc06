import { expect } from 'chai'
import { cfstack } from './cfstack.ts'
import { startResponder, type Answer, type Responder } from './responder.ts'
import { eventOf, operations, resource, stackId } from './scripts.ts'
import { terminal } from './terminal.ts'

const web = ['--stack-name', 'web']

describe('operations on a stack, against a responder', function () {
  this.timeout(30_000)
  let responder: Responder
  afterEach(() => responder.stop())

  async function run(answers: Record<string, Answer>, args: readonly string[]) {
    responder = await startResponder(answers)
    return cfstack([...args.slice(0, 1), ...web, ...args.slice(1)], responder.env)
  }
  const sent = (action: string) =>
    responder.calls.filter((call) => call.action === action).map(({ params }) => params)

  describe('delete', () => {
    const bucket = resource('Logs', 'AWS::S3::Bucket', 'CREATE_COMPLETE')
    const topic = resource('Topic', 'AWS::SNS::Topic', 'CREATE_COMPLETE')
    const table = resource('Table', 'AWS::DynamoDB::Table', 'CREATE_COMPLETE')
    const template = JSON.stringify({
      Resources: { Logs: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' }, Topic: {}, Table: {} },
    })
    const healthy = [
      [undefined, 'UPDATE_COMPLETE'],
      ['DeleteStack', 'DELETE_COMPLETE'],
    ] as const

    it('names what is lost and what stays, and does nothing without approval', async () => {
      const { code, stdout, stderr } = await run(
        operations({ stages: healthy, resources: [topic, bucket, table], template }),
        ['delete'],
      )
      expect(stdout).to.equal(
        [
          'Deletion of stack "web" (UPDATE_COMPLETE):',
          '',
          '  These hold data and are deleted:',
          '  - Table  AWS::DynamoDB::Table  (table-1)',
          '',
          '  Deleted:',
          '  - Topic  AWS::SNS::Topic  (topic-1)',
          '',
          '  Stay, and belong to no stack then:',
          '  - Logs  AWS::S3::Bucket  (logs-1)',
          '',
          'Delete: 2 delete, 0 snapshot, 1 retain\n',
        ].join('\n'),
      )
      expect(stderr).to.match(/E_APPROVAL\n$/)
      expect([code, responder.changes()]).to.deep.equal([4, []])
    })

    it('deletes, and says what stays', async () => {
      const { code, stdout } = await run(
        operations({ stages: healthy, resources: [topic, bucket], template }),
        ['delete', '--yes', '--json'],
      )
      expect([code, JSON.parse(stdout)]).to.deep.equal([
        0,
        { stack: 'web', status: 'DELETE_COMPLETE', retained: ['Logs'] },
      ])
      expect(sent('DeleteStack')[0])
        .to.include({ StackName: stackId })
        .and.to.have.property('ClientRequestToken')
    })

    it('refuses under termination protection; --unprotect switches it off first', async () => {
      const answers = {
        ...operations({ stages: healthy, fields: { EnableTerminationProtection: true } }),
        UpdateTerminationProtection: () => ({}),
      }
      const refused = await run(answers, ['delete', '--yes'])
      expect(refused.stderr).to.equal(
        'Cannot delete stack "web": termination protection is on\n' +
          '  hint: Switch it off in the settings, or add --unprotect   E_PROTECTED\n',
      )
      expect([refused.code, responder.changes()]).to.deep.equal([1, []])
      await responder.stop()
      const { code, stdout } = await run(answers, ['delete', '--yes', '--unprotect'])
      expect(stdout).to.contain('  Termination protection: on → off')
      expect([code, responder.changes()]).to.deep.equal([0, ['UpdateTerminationProtection', 'DeleteStack']])
    })

    it('refuses while exports are in use, and names who imports them', async () => {
      const Outputs = [{ OutputKey: 'Vpc', OutputValue: 'vpc-1', ExportName: 'web-vpc' }]
      const { code, stderr } = await run(
        {
          ...operations({ stages: healthy, fields: { Outputs } }),
          ListImports: ({ NextToken }) =>
            NextToken === undefined ? { Imports: ['shop'], NextToken: 'more' } : { Imports: ['mail'] },
        },
        ['delete', '--yes'],
      )
      expect(stderr).to.equal(
        'Cannot delete stack "web": its exports are in use: "web-vpc" (imported by shop, mail)\n' +
          '  hint: Delete or change the importing stacks first: shop, mail   E_EXPORT_IN_USE\n',
      )
      expect([code, responder.changes()]).to.deep.equal([1, []])
    })

    const stuck = resource('Logs', 'AWS::S3::Bucket', 'DELETE_FAILED', 'The bucket is not empty')
    const failing = [
      [undefined, 'UPDATE_COMPLETE'],
      ['DeleteStack', 'DELETE_FAILED'],
    ] as const

    it('names what could not be deleted, and the two ways on with region and profile', async () => {
      const { code, stderr } = await run(operations({ stages: failing, resources: [stuck] }), [
        'delete',
        '--yes',
        '--region',
        'eu-west-3',
      ])
      expect(stderr).to.equal(
        'Cannot delete stack "web": it is in DELETE_FAILED\n' +
          '  Logs (AWS::S3::Bucket): The bucket is not empty\n' +
          '  hint: Let them stay: cfstack delete --stack-name web --region eu-west-3 --retain Logs\n' +
          '        Forget what cannot be deleted: cfstack delete --stack-name web --region eu-west-3 --force   E_DELETE_FAILED\n',
      )
      expect([code, responder.changes()]).to.deep.equal([1, ['DeleteStack']])
    })

    it('lets things stay after a failed deletion, only then', async () => {
      const again = [
        [undefined, 'DELETE_FAILED'],
        ['DeleteStack', 'DELETE_COMPLETE'],
      ] as const
      const { code } = await run(operations({ stages: again, resources: [stuck, topic] }), [
        'delete',
        '--yes',
        '--retain',
        'Logs',
      ])
      expect(code).to.equal(0)
      expect(sent('DeleteStack')[0]).to.include({ 'RetainResources.member.1': 'Logs' })
      await responder.stop()
      const refused = await run(operations({ stages: healthy, resources: [topic] }), [
        'delete',
        '--yes',
        '--retain',
        'Topic',
      ])
      expect(refused.stderr)
        .to.contain('--retain works only after a deletion has failed')
        .and.contain('DeletionPolicy')
      expect([refused.code, responder.changes()]).to.deep.equal([1, []])
    })

    it('--force deletes first, and forgets only what failed', async () => {
      const stages = [...failing, ['DeleteStack', 'DELETE_COMPLETE']] as const
      const { code } = await run(operations({ stages, resources: [stuck] }), ['delete', '--yes', '--force'])
      expect([code, sent('DeleteStack').map(({ DeletionMode }) => DeletionMode)]).to.deep.equal([
        0,
        [undefined, 'FORCE_DELETE_STACK'],
      ])
    })

    it('asks on a terminal whether what failed may stay', async () => {
      const stages = [...failing, ['DeleteStack', 'DELETE_COMPLETE']] as const
      responder = await startResponder(operations({ stages, resources: [stuck] }))
      const session = terminal(['delete', ...web], responder.env)
      await session.see('Delete stack "web" with 1 resource? [y/N] ')
      session.type('y\r')
      await session.see('Let these stay, and delete the rest? [y/N] ')
      session.type('y\r')
      const { code, screen } = await session.ended
      expect(screen).to.contain('Stack "web": DELETE_COMPLETE; these stay: Logs')
      expect([code, sent('DeleteStack').map((params) => params['RetainResources.member.1'])]).to.deep.equal([
        0,
        [undefined, 'Logs'],
      ])
    })
  })

  describe('rollback', () => {
    const failed = resource('Service', 'AWS::ECS::Service', 'UPDATE_FAILED', 'did not stabilize')

    it('rolls a failed update back', async () => {
      const stages = [
        [undefined, 'UPDATE_FAILED'],
        ['RollbackStack', 'UPDATE_ROLLBACK_COMPLETE'],
      ] as const
      const { code, stdout } = await run(operations({ stages, resources: [failed] }), ['rollback', '--yes'])
      expect(stdout).to.contain('    UPDATE_FAILED  Service  AWS::ECS::Service  did not stabilize\n')
      expect(stdout).to.contain('Stack "web": UPDATE_ROLLBACK_COMPLETE\n')
      expect([code, responder.changes()]).to.deep.equal([0, ['RollbackStack']])
    })

    const stuck = [
      [undefined, 'UPDATE_ROLLBACK_FAILED'],
      ['ContinueUpdateRollback', 'UPDATE_ROLLBACK_COMPLETE'],
    ] as const

    it('continues a failed rollback without what is to be skipped, and says what that means', async () => {
      const { code, stdout } = await run(operations({ stages: stuck, resources: [failed] }), [
        'rollback',
        '--yes',
        '--skip',
        'Service',
      ])
      expect(stdout).to.contain('left as they are: Service. Drift detection does not look at them')
      expect(sent('ContinueUpdateRollback')[0]).to.include({ 'ResourcesToSkip.member.1': 'Service' })
      expect(code).to.equal(0)
    })

    it('skips nothing that has not failed, and forces on request', async () => {
      const refused = await run(operations({ stages: stuck, resources: [failed] }), [
        'rollback',
        '--yes',
        '--skip',
        'Other',
      ])
      expect(refused.stderr).to.equal(
        'Cannot skip "Other": it has not failed in stack "web"\n  hint: These have: Service   E_USAGE\n',
      )
      await responder.stop()
      const { code } = await run(operations({ stages: stuck, resources: [failed] }), [
        'rollback',
        '--yes',
        '--force',
      ])
      expect([code, sent('ContinueUpdateRollback')[0]?.['ForceRollback']]).to.deep.equal([0, 'true'])
    })

    it('without a terminal it asks nobody, and tells when there is nothing to roll back', async () => {
      const silent = await run(operations({ stages: stuck, resources: [failed] }), ['rollback'])
      expect([silent.code, responder.changes()]).to.deep.equal([4, []])
      await responder.stop()
      const { code, stderr } = await run(operations({ stages: [[undefined, 'UPDATE_COMPLETE']] }), [
        'rollback',
        '--yes',
      ])
      expect([code, stderr]).to.deep.equal([
        1,
        'Cannot roll back stack "web": it is in UPDATE_COMPLETE\n' +
          '  hint: There is nothing to roll back: the last operation has ended, or was rolled back   E_STACK_STATE\n',
      ])
    })
  })

  describe('cancel', () => {
    it('cancels an update and follows its rollback; says what to do in other states', async () => {
      const stages = [
        [undefined, 'UPDATE_IN_PROGRESS'],
        ['CancelUpdateStack', 'UPDATE_ROLLBACK_COMPLETE'],
      ] as const
      const { code, stdout } = await run(operations({ stages }), ['cancel', '--yes', '--json'])
      expect([code, JSON.parse(stdout)]).to.deep.equal([
        0,
        { stack: 'web', status: 'UPDATE_ROLLBACK_COMPLETE' },
      ])
      await responder.stop()
      const creating = await run(operations({ stages: [[undefined, 'CREATE_IN_PROGRESS']] }), [
        'cancel',
        '--yes',
      ])
      expect(creating.stderr).to.contain(
        'A creation is stopped by deleting the stack: cfstack delete --stack-name web',
      )
      expect([creating.code, responder.changes()]).to.deep.equal([1, []])
    })
  })

  describe('events', () => {
    it('joins a running operation, and ends as it ends', async () => {
      let polls = 0
      const running = [eventOf(2, 'UPDATE_IN_PROGRESS'), eventOf(1, 'CREATE_COMPLETE')]
      const answers = {
        ...operations({ stages: [[undefined, 'UPDATE_IN_PROGRESS']] }),
        DescribeStacks: () => ({
          Stacks: [
            {
              StackName: 'web',
              StackId: stackId,
              CreationTime: '2026-01-02T03:04:05Z',
              StackStatus: polls > 2 ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_IN_PROGRESS',
            },
          ],
        }),
        DescribeStackEvents: () => {
          const failed = eventOf(3, 'UPDATE_FAILED', {
            LogicalResourceId: 'Topic',
            ResourceType: 'AWS::SNS::Topic',
            ResourceStatusReason: 'no',
          })
          return {
            StackEvents: ++polls > 2 ? [eventOf(4, 'UPDATE_ROLLBACK_COMPLETE'), failed, ...running] : running,
          }
        },
      }
      const { code, stdout, stderr } = await run(answers, ['events'])
      expect(stdout.split('\n').map((line) => line.slice(10, 30).trim())).to.deep.equal([
        'UPDATE_IN_PROGRESS',
        'UPDATE_FAILED',
        'UPDATE_ROLLBACK_COMP',
        '',
      ])
      expect([code, stderr]).to.deep.equal([
        1,
        'Cannot finish the operation of stack "web": Topic (AWS::SNS::Topic): no\n' +
          '  hint: The stack is now in UPDATE_ROLLBACK_COMPLETE; the ways on: cfstack doctor --stack-name web   E_OPERATION_FAILED\n',
      ])
    })

    it('reads back only as far as the last operation, or as --since says', async () => {
      const pages = (NextToken: string | undefined) =>
        NextToken === undefined
          ? {
              StackEvents: [
                eventOf(9, 'UPDATE_COMPLETE'),
                eventOf(8, 'UPDATE_IN_PROGRESS'),
                eventOf(7, 'CREATE_COMPLETE'),
              ],
              NextToken: 'more',
            }
          : { StackEvents: [eventOf(6, 'CREATE_IN_PROGRESS')] }
      const answers = {
        ...operations({ stages: [[undefined, 'UPDATE_COMPLETE']] }),
        DescribeStackEvents: ({ NextToken }: Readonly<Record<string, string>>) => pages(NextToken),
      }
      const times = ({ stdout }: { stdout: string }) =>
        (JSON.parse(stdout) as { events: { time: string }[] }).events.map(({ time }) => time.slice(17, 19))
      expect(times(await run(answers, ['events', '--json']))).to.deep.equal(['08', '09'])
      expect(sent('DescribeStackEvents')).to.have.length(1)
      await responder.stop()
      expect(
        times(await run(answers, ['events', '--json', '--since', '2026-01-02T03:04:07Z'])),
      ).to.deep.equal(['07', '08', '09'])
      await responder.stop()
      expect(times(await run(answers, ['events', '--json', '--all']))).to.deep.equal(['06', '07', '08', '09'])
    })
  })
})
