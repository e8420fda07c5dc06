import { expect } from 'chai'
import { desk, parameter, topic } from './desk.ts'

const bucket = (BucketName: string, more: object = {}) => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName },
  ...more,
})

const reason = (name: string): string =>
  `The following hook(s)/validation failed: [${name}]. To troubleshoot Early Validation errors, use the DescribeEvents API for detailed failure information.`

const findingsOf = (at: ReturnType<typeof desk>): unknown[] =>
  at
    .call('DescribeEvents', {
      StackName: 'web',
      ChangeSetName: 'next',
      Filters: { FailedEvents: 'true' },
    })
    .OperationEvents.map((one: any) => [
      one.LogicalResourceId,
      one.ValidationName,
      one.ValidationFailureMode,
      one.ValidationPath,
      one.ValidationStatusReason,
    ])

describe('sandbox early validation', () => {
  it('fails a change set with properties that their schema refuses', () => {
    const at = desk()
    const resources = {
      Topic: topic({ TopicNam: 'a' }),
      Note: { ...parameter('x'), Properties: { Type: 'String' } },
    }
    const set = at.plan(resources, { ChangeSetType: 'CREATE' })
    expect([set.Status, set.StatusReason]).to.deep.equal([
      'FAILED',
      reason('AWS::EarlyValidation::PropertyValidation'),
    ])
    expect(findingsOf(at)).to.have.deep.members([
      [
        'Note',
        'PROPERTY_VALIDATION',
        'FAIL',
        '/Resources/Note/Properties',
        '#: required key [Value] not found',
      ],
      [
        'Topic',
        'PROPERTY_VALIDATION',
        'FAIL',
        '/Resources/Topic/Properties',
        '#: extraneous key [TopicNam] is not permitted',
      ],
    ])
  })

  it('does not judge what is known only after the deployment', () => {
    const resources = {
      Topic: topic(),
      Rule: { Type: 'AWS::SNS::Subscription', Properties: { Protocol: 'sqs', TopicArn: { Ref: 'Topic' } } },
      Queue: {
        Type: 'AWS::SQS::Queue',
        Properties: { DelaySeconds: { 'Fn::GetAtt': ['Topic', 'TopicArn'] } },
      },
    }
    expect(desk().plan(resources, { ChangeSetType: 'CREATE' }).Status).to.equal('CREATE_COMPLETE')
  })

  it('fails a change set with a name that is taken', () => {
    const at = desk()
    at.call('CreateStack', {
      StackName: 'first',
      TemplateBody: JSON.stringify({ Resources: { Files: bucket('shared-files') } }),
    })
    const set = at.plan({ Mine: bucket('shared-files') }, { ChangeSetType: 'CREATE' })
    expect(set.StatusReason).to.equal(reason('AWS::EarlyValidation::ResourceExistenceCheck'))
    expect(findingsOf(at)).to.deep.equal([
      [
        'Mine',
        'NAME_CONFLICT_VALIDATION',
        'FAIL',
        '/Resources/Mine',
        "Resource of type 'AWS::S3::Bucket' with identifier 'shared-files' already exists.",
      ],
    ])
  })

  it('warns of buckets that are not empty, and goes on', () => {
    const at = desk()
    at.create({ Topic: topic(), Files: bucket('files') })
    Object.assign(at.context.world.store.buckets, {
      files: { account: '111122223333', region: 'eu-west-3', objects: { a: 'b' } },
    })
    expect(at.plan({ Topic: topic() }).Status).to.equal('CREATE_COMPLETE')
    expect(findingsOf(at)).to.deep.equal([
      [
        'Files',
        'BUCKET_EMPTINESS_VALIDATION',
        'WARN',
        '/Resources/Files',
        "The bucket 'files' is not empty. You must either delete all objects and versions or use the deletion policy to retain it, otherwise the delete operation will fail.",
      ],
    ])
  })

  it('is left out on request', () => {
    const more = { ChangeSetType: 'CREATE', DisableValidation: 'true' }
    expect(desk().plan({ Topic: topic({ TopicNam: 'a' }) }, more).Status).to.equal('CREATE_COMPLETE')
  })
})
