import { expect } from 'chai'
import { messageOf } from './message-of.ts'
import { processedWith } from './env-of.ts'

const template = {
  Parameters: {
    Stage: { Type: 'String', Default: 'test' },
    Key: { Type: 'String', NoEcho: 'true', Default: 'k' },
  },
  Mappings: { Names: { prod: { Topic: 'orders' }, test: { Topic: 'orders-test' } } },
  Conditions: {
    IsProd: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsSmall: { 'Fn::Not': [{ Condition: 'IsProd' }] },
  },
  Resources: {
    Queue: { Type: 'AWS::SQS::Queue', DeletionPolicy: 'Retain' },
    Topic: {
      Type: 'AWS::SNS::Topic',
      DependsOn: 'Queue',
      Condition: 'IsSmall',
      Properties: {
        TopicName: { 'Fn::FindInMap': ['Names', { Ref: 'Stage' }, 'Topic'] },
        DisplayName: { 'Fn::If': ['IsProd', { Ref: 'Database' }, { Ref: 'AWS::NoValue' }] },
        Subscription: [
          { Protocol: 'sqs', Endpoint: { 'Fn::If': ['IsProd', 'x', { 'Fn::GetAtt': ['Queue', 'Arn'] }] } },
        ],
      },
    },
    Database: { Type: 'AWS::RDS::DBCluster', Condition: 'IsProd', UpdateReplacePolicy: 'Retain' },
  },
  Outputs: {
    Topic: {
      Condition: 'IsSmall',
      Value: { Ref: 'Topic' },
      Export: { Name: { 'Fn::Sub': '${AWS::StackName}-topic' } },
    },
    Database: { Condition: 'IsProd', Value: { Ref: 'Database' }, Description: 'the cluster' },
  },
}

const nothing = {
  explicitDependsOn: [],
  dependsOn: [],
  deletionPolicy: 'Delete',
  updateReplacePolicy: 'Delete',
  creationPolicy: undefined,
  updatePolicy: undefined,
  metadata: undefined,
  condition: undefined,
  description: undefined,
}

describe('processTemplate()', () => {
  it('leaves the resources and outputs that exist, with conditions decided and other functions as written', () => {
    const { root, scope, resources, outputs, noEcho, resource } = processedWith(template)
    expect({ root, scope, resources, outputs, noEcho: [...noEcho] }).to.deep.equal({
      root: template,
      scope: {
        parameters: { Stage: 'test', Key: 'k' },
        mappings: template.Mappings,
        conditions: { IsProd: false, IsSmall: true },
      },
      resources: [
        { ...nothing, logicalId: 'Queue', type: 'AWS::SQS::Queue', properties: {}, deletionPolicy: 'Retain' },
        {
          ...nothing,
          logicalId: 'Topic',
          type: 'AWS::SNS::Topic',
          properties: {
            TopicName: { 'Fn::FindInMap': ['Names', { Ref: 'Stage' }, 'Topic'] },
            Subscription: [{ Protocol: 'sqs', Endpoint: { 'Fn::GetAtt': ['Queue', 'Arn'] } }],
          },
          explicitDependsOn: ['Queue'],
          dependsOn: ['Queue'],
          condition: 'IsSmall',
        },
      ],
      outputs: [
        {
          key: 'Topic',
          value: { Ref: 'Topic' },
          description: undefined,
          exportName: { 'Fn::Sub': '${AWS::StackName}-topic' },
        },
      ],
      noEcho: ['Key'],
    })
    expect(resource('Topic')).to.equal(resources[1])
    expect(resource('Database')).to.equal(undefined)
  })

  it('keeps a snapshot of database clusters that say nothing else', () => {
    const { resource } = processedWith(
      { ...template, Resources: { ...template.Resources, Topic: template.Resources.Queue }, Outputs: {} },
      { Stage: 'prod' },
    )
    const { deletionPolicy, updateReplacePolicy } = resource('Database') ?? {}
    expect({ deletionPolicy, updateReplacePolicy }).to.deep.equal({
      deletionPolicy: 'Snapshot',
      updateReplacePolicy: 'Retain',
    })
  })

  it('answers the same question with the same object', () => {
    expect(processedWith(template, { Stage: 'test' })).to.equal(processedWith(template))
  })

  it('refuses references to what a condition leaves out', () => {
    const topic = { Type: 'AWS::SNS::Topic', Condition: 'IsProd' }
    const queue = {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: { 'Fn::Sub': '${Topic.TopicName}-q' } },
    }
    expect(
      messageOf(() => processedWith({ ...template, Resources: { Topic: topic, Queue: queue }, Outputs: {} })),
    ).to.equal(
      'Template format error: Unresolved resource dependencies [Topic] in the Resources block of the template',
    )
    expect(
      messageOf(() =>
        processedWith({
          ...template,
          Resources: { Topic: topic, Other: { Type: 'AWS::SNS::Topic' } },
          Outputs: { O: { Value: { Ref: 'Topic' } } },
        }),
      ),
    ).to.equal(
      'Template format error: Unresolved resource dependencies [Topic] in the Outputs block of the template',
    )
  })
})
