import { expect } from 'chai'
import type { CloudFormationReads, Stack } from '../../../src/deploy/calls/client.ts'
import type { DeploySettings } from '../../../src/deploy/template/request.ts'
import { settingsChanges } from '../../../src/deploy/state/settings-changes.ts'

const stack: Stack = {
  StackName: 'web',
  StackId: 'arn:web',
  StackStatus: 'UPDATE_COMPLETE',
  CreationTime: new Date(0),
  RoleARN: 'arn:old',
  Tags: [
    { Key: 'team', Value: 'web' },
    { Key: 'stage', Value: 'dev' },
  ],
  NotificationARNs: ['arn:b', 'arn:a'],
  RollbackConfiguration: { RollbackTriggers: [{ Arn: 'arn:alarm', Type: 'AWS::CloudWatch::Alarm' }] },
}
const reads = { stackPolicy: async () => '{"Statement":[]}' } as unknown as CloudFormationReads
const texts = async (settings: DeploySettings, before: Stack | undefined = stack) =>
  (await settingsChanges(reads, before, settings)).map(({ text }) => text)

describe('settingsChanges()', () => {
  it('says nothing of what the settings do not say, nor of what is so already', async () => {
    const same: DeploySettings = {
      role: 'arn:old',
      tags: { stage: 'dev', team: 'web' },
      notificationTopics: ['arn:a', 'arn:b'],
      rollbackAlarms: [{ arn: 'arn:alarm' }],
      stackPolicy: { Statement: [] },
      terminationProtection: false,
    }
    expect([await texts({}), await texts(same)]).to.deep.equal([[], []])
  })

  it('says what changes', async () => {
    const settings: DeploySettings = {
      role: 'arn:new',
      tags: { team: 'shop', owner: 'ann' },
      notificationTopics: [],
      rollbackAlarms: [],
      monitoringMinutes: 5,
      stackPolicy: { Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*' }] },
      terminationProtection: true,
    }
    expect(await texts(settings)).to.deep.equal([
      'Role: arn:old → arn:new',
      'Stack tags: ~team "web" → "shop", +owner "ann", -stage',
      'Notification topics: arn:a, arn:b → none',
      'Rollback alarms: arn:alarm, watched 0 min → none, watched 5 min',
      'Stack policy: changes',
      'Termination protection: off → on',
    ])
  })

  it('takes an empty list of tags for a wish to clear them', async () => {
    expect(await texts({ tags: {} })).to.deep.equal(['Stack tags: -team, -stage'])
  })

  it('compares a stack that was never created with nothing', async () => {
    const unborn: Stack = { ...stack, StackStatus: 'REVIEW_IN_PROGRESS' }
    expect(await texts({ tags: {}, role: 'arn:new', terminationProtection: true }, unborn)).to.deep.equal([
      'Termination protection: off → on',
    ])
  })
})
