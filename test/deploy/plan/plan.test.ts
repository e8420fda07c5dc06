import { expect } from 'chai'
import { renderPlan } from '../../../src/cli/deployment/render-plan.ts'
import type { DescribeChangeSetOutput } from '../../../src/deploy/calls/client.ts'
import { hasNoChanges } from '../../../src/deploy/change-set/change-set.ts'
import { mergeDescriptions } from '../../../src/deploy/change-set/merge-descriptions.ts'
import { planOf } from '../../../src/deploy/plan/plan.ts'

const template = {
  Parameters: { Password: { Type: 'String', NoEcho: true } },
  Resources: {
    Topic: { Type: 'AWS::SNS::Topic' },
    Db: {
      Type: 'AWS::RDS::DBInstance',
      Properties: { Engine: 'postgres', MasterUserPassword: { Ref: 'Password' } },
    },
  },
}

const description: DescribeChangeSetOutput = {
  StackName: 'web',
  ChangeSetId: 'arn:set',
  Changes: [
    {
      Type: 'Resource',
      ResourceChange: { Action: 'Add', LogicalResourceId: 'Topic', ResourceType: 'AWS::SNS::Topic' },
    },
    {
      Type: 'Resource',
      ResourceChange: {
        Action: 'Modify',
        Replacement: 'True',
        LogicalResourceId: 'Db',
        ResourceType: 'AWS::RDS::DBInstance',
        PolicyAction: 'ReplaceAndSnapshot',
        Details: [
          {
            Target: {
              Attribute: 'Properties',
              Path: '/Properties/Engine',
              BeforeValue: 'mysql',
              AfterValue: 'postgres',
              RequiresRecreation: 'Always',
            },
            ChangeSource: 'DirectModification',
          },
          {
            Target: {
              Attribute: 'Properties',
              Path: '/Properties/MasterUserPassword',
              BeforeValue: 'old',
              AfterValue: 'new',
              RequiresRecreation: 'Never',
            },
            ChangeSource: 'ParameterReference',
            CausingEntity: 'Password',
          },
        ],
      },
    },
  ],
}

describe('planOf()', () => {
  it('puts stateful replacements first, masks NoEcho, and names causes and source lines', () => {
    const plan = planOf(description, {
      operation: 'update',
      template,
      secrets: [],
      sources: { Db: 'stacks/web.ts:7' },
    })
    expect(renderPlan(plan)).to.equal(
      [
        'Changes of stack "web" (update):',
        '',
        '  These hold data and are replaced or removed:',
        '  ± replace Db  AWS::RDS::DBInstance  (the old one is deleted after a snapshot; stacks/web.ts:7)',
        '      Properties.Engine: "mysql" → "postgres"  (replaces the resource)',
        '      Properties.MasterUserPassword: "****" → "****"  (parameter Password)',
        '',
        '  + add     Topic  AWS::SNS::Topic',
        '',
        'Plan: 1 add, 0 modify, 1 replace, 0 remove',
      ].join('\n'),
    )
  })

  it('masks a secret wherever it shows', () => {
    const plan = planOf(description, { operation: 'update', template, secrets: ['mysql'] })
    expect(JSON.stringify(plan)).not.to.contain('mysql')
  })
})

describe('mergeDescriptions()', () => {
  it('keeps the changes that only the description without values has', () => {
    const dropped = { ...description, Changes: description.Changes!.slice(1) }
    const merged = mergeDescriptions(dropped, description)
    expect(merged.Changes).to.deep.equal(description.Changes)
  })
})

describe('hasNoChanges()', () => {
  it('knows the texts of CloudFormation, and nothing else', () => {
    expect(
      hasNoChanges(
        "The submitted information didn't contain changes. Submit different information to create a change set.",
      ),
    ).to.equal(true)
    expect(hasNoChanges('No updates are to be performed.')).to.equal(true)
    expect(hasNoChanges('Transform AWS::Serverless-2016-10-31 failed')).to.equal(false)
  })
})
