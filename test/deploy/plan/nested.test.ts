import { expect } from 'chai'
import { planOf } from '../../../src/deploy/plan/plan.ts'

const outer = {
  StackName: 'web',
  ChangeSetId: 'arn:outer',
  Changes: [
    {
      ResourceChange: {
        Action: 'Modify' as const,
        LogicalResourceId: 'Db',
        ResourceType: 'AWS::CloudFormation::Stack',
        ChangeSetId: 'arn:inner',
      },
    },
  ],
}

const inner = {
  Changes: [
    {
      ResourceChange: {
        Action: 'Modify' as const,
        Replacement: 'True' as const,
        LogicalResourceId: 'Cluster',
        ResourceType: 'AWS::RDS::DBCluster',
        Details: [
          { Target: { Path: '/Properties/MasterUserPassword', BeforeValue: 'old', AfterValue: 'new' } },
        ],
      },
    },
  ],
}

const context = { operation: 'update' as const, template: { Resources: {} }, secrets: [] }

describe('planOf() with nested stacks', () => {
  it('brings their data first too, and counts them', () => {
    const template = { Resources: { Cluster: { Type: 'AWS::RDS::DBCluster' } } }
    const plan = planOf(outer, {
      ...context,
      nested: new Map([['arn:inner', { description: inner, template }]]),
    })
    expect(plan.changes.map(({ action, logicalId }) => `${action} ${logicalId}`)).to.deep.equal([
      'replace Db/Cluster',
      'modify Db',
    ])
    expect(plan.counts).to.deep.equal({ add: 0, modify: 1, replace: 1, remove: 0, import: 0, sync: 0 })
    expect(plan.changes[0]?.properties[0]).to.include({ before: 'old', after: 'new' })
  })

  it('shows no value of one whose template is not known', () => {
    const plan = planOf(outer, { ...context, nested: new Map([['arn:inner', { description: inner }]]) })
    expect(plan.changes[0]?.properties).to.deep.equal([
      { path: 'Properties.MasterUserPassword', recreation: 'no' },
    ])
  })

  it('masks what the nested template declares NoEcho', () => {
    const template = {
      Parameters: { Password: { Type: 'String', NoEcho: true } },
      Resources: {
        Cluster: { Type: 'AWS::RDS::DBCluster', Properties: { MasterUserPassword: { Ref: 'Password' } } },
      },
    }
    const plan = planOf(outer, {
      ...context,
      nested: new Map([['arn:inner', { description: inner, template }]]),
    })
    expect(plan.changes[0]?.properties[0]).to.include({ before: '****', after: '****' })
  })
})
