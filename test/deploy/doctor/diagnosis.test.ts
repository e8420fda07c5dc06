import { StackStatus } from '@aws-sdk/client-cloudformation'
import { expect } from 'chai'
import { diagnose, type DiagnosisFacts } from '../../../src/deploy/doctor/diagnosis.ts'
import { statuses } from '../../../src/deploy/doctor/statuses.ts'

const id = 'arn:aws:cloudformation:eu-west-3:111122223333:stack/web/1'
const facts: DiagnosisFacts = {
  resources: [],
  events: [],
  pendingChangeSets: [],
  keptExports: [],
  hint: (verb) => `cfstack ${verb} web`,
}
const resource = (LogicalResourceId: string, ResourceStatus: string, ResourceStatusReason?: string) => ({
  LogicalResourceId,
  ResourceType: 'AWS::SNS::Topic',
  ResourceStatus: ResourceStatus as never,
  LastUpdatedTimestamp: new Date(0),
  ...(ResourceStatusReason === undefined ? {} : { ResourceStatusReason }),
})

/** Status, what it is, the commands that lead on. */
const table: readonly (readonly [status: string, kind: string, ...commands: readonly string[]])[] = [
  ['CREATE_COMPLETE', 'well'],
  ['UPDATE_COMPLETE', 'well'],
  ['IMPORT_COMPLETE', 'well'],
  ['CREATE_IN_PROGRESS', 'busy', 'events', 'delete'],
  ['UPDATE_IN_PROGRESS', 'busy', 'events', 'cancel'],
  ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'busy', 'events'],
  ['DELETE_IN_PROGRESS', 'busy', 'events'],
  ['ROLLBACK_IN_PROGRESS', 'busy', 'events'],
  ['UPDATE_ROLLBACK_IN_PROGRESS', 'busy', 'events'],
  ['UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS', 'busy', 'events'],
  ['IMPORT_IN_PROGRESS', 'busy', 'events'],
  ['IMPORT_ROLLBACK_IN_PROGRESS', 'busy', 'events'],
  ['REVIEW_IN_PROGRESS', 'stuck', 'create', 'delete'],
  ['CREATE_FAILED', 'stuck', 'update', 'rollback', 'delete'],
  ['UPDATE_FAILED', 'stuck', 'update', 'rollback'],
  ['ROLLBACK_COMPLETE', 'stuck', 'delete'],
  ['ROLLBACK_FAILED', 'stuck', 'delete'],
  ['UPDATE_ROLLBACK_COMPLETE', 'stuck', 'update'],
  [
    'UPDATE_ROLLBACK_FAILED',
    'stuck',
    'rollback',
    'rollback web --skip Bad',
    'rollback web --force',
    'delete',
  ],
  ['IMPORT_ROLLBACK_COMPLETE', 'stuck', 'update'],
  ['IMPORT_ROLLBACK_FAILED', 'stuck', 'delete'],
  ['DELETE_FAILED', 'stuck', 'delete', 'delete web --retain Bad', 'delete web --force'],
  ['DELETE_COMPLETE', 'stuck', 'create'],
]

describe('diagnose()', () => {
  it('knows every status of CloudFormation, and no other', () => {
    expect(Object.keys(statuses).sort()).to.deep.equal(Object.keys(StackStatus).sort())
    expect(table.map(([status]) => status).sort()).to.deep.equal(Object.keys(StackStatus).sort())
  })

  for (const [StackStatus, kind, ...commands] of table) {
    it(`${StackStatus}: ${kind}${commands.length > 0 ? `, ${commands.join(', ')}` : ''}`, () => {
      const failed = `${StackStatus.split('_')[0]}_FAILED`
      const running = StackStatus.endsWith('_IN_PROGRESS')
      const found = diagnose(
        {
          StackName: 'web',
          StackId: id,
          StackStatus: StackStatus as never,
          StackStatusReason: 'because',
          CreationTime: new Date(0),
        },
        {
          ...facts,
          resources: [
            resource('Good', 'CREATE_COMPLETE'),
            resource('Slow', 'UPDATE_IN_PROGRESS'),
            resource('Bad', failed, 'too long'),
          ],
        },
      )
      const { meaning } = statuses[StackStatus]!
      const bad = { logicalId: 'Bad', type: 'AWS::SNS::Topic', status: failed, reason: 'too long' }
      expect(found).to.deep.equal({
        stack: 'web',
        status: StackStatus,
        kind,
        meaning: kind === 'well' ? meaning : `${meaning}. AWS says: because`,
        since: '1970-01-01T00:00:00.000Z',
        resources:
          running && kind === 'busy'
            ? [{ logicalId: 'Slow', type: 'AWS::SNS::Topic', status: 'UPDATE_IN_PROGRESS' }]
            : [bad],
        ways: found.ways,
        notes: [],
      })
      expect(found.ways.map(({ command }) => command)).to.deep.equal(
        commands.map((one) => `cfstack ${one.includes(' ') ? one : `${one} web`}`),
      )
    })
  }

  it('names the cause with its source line, and what else is in the way', () => {
    const event = {
      StackId: id,
      EventId: '1',
      StackName: 'web',
      Timestamp: new Date(0),
      LogicalResourceId: 'Topic',
      PhysicalResourceId: 'x',
      ResourceType: 'AWS::SNS::Topic',
      ResourceStatus: 'UPDATE_FAILED' as const,
      ResourceStatusReason: 'Invalid name',
    }
    const found = diagnose(
      {
        StackName: 'web',
        StackStatus: 'UPDATE_ROLLBACK_COMPLETE',
        CreationTime: new Date(0),
        EnableTerminationProtection: true,
        DriftInformation: { StackDriftStatus: 'DRIFTED' },
      },
      {
        ...facts,
        events: [event],
        sources: { Topic: 'stacks/web.ts:7' },
        pendingChangeSets: ['anna'],
        keptExports: [
          { name: 'web-vpc', importers: [] },
          { name: 'web-zone', importers: ['shop'] },
        ],
      },
    )
    expect(found.rootCause).to.include({
      logicalId: 'Topic',
      reason: 'Invalid name',
      source: 'stacks/web.ts:7',
    })
    expect(found.notes).to.deep.equal([
      'Termination protection is on: a deletion needs --unprotect',
      'Change sets wait: anna',
      'When drift was last looked for, there was some: cfstack drift web',
      'Export "web-vpc" can go, nothing imports it any more: cfstack build --drop-kept-exports',
      'Export "web-zone" has to stay, it is still imported by shop',
    ])
  })
})
