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

  it('finds circles once conditions are decided', () => {
    const queue = {
      Type: 'AWS::SQS::Queue',
      Properties: { QueueName: { 'Fn::If': ['C', { Ref: 'Topic' }, 'x'] } },
    }
    const circle = (Equals: string[]): object => ({
      Conditions: { C: { 'Fn::Equals': Equals } },
      Resources: { Queue: queue, Topic: { Type: 'AWS::SNS::Topic', DependsOn: 'Queue' } },
    })
    expect(messageOf(() => processedWith(circle(['a', 'a'])))).to.equal(
      'Circular dependency between resources: [Queue, Topic]',
    )
    expect(messageOf(() => processedWith(circle(['a', 'b'])))).to.equal(undefined)
  })

  it('refuses values that no resource could make right', () => {
    const named = (TopicName: unknown): object => ({
      Mappings: { M: { a: { b: ['c'] } } },
      Resources: {
        Queue: { Type: 'AWS::SQS::Queue' },
        Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName } },
      },
    })
    const output = (Value: unknown): object => ({ ...named('x'), Outputs: { O: { Value } } })
    expect(
      [
        named({ 'Fn::FindInMap': ['M', 'a', 'x'] }),
        named({ 'Fn::Select': [1, { 'Fn::FindInMap': ['M', 'a', 'b'] }] }),
        named({ 'Fn::Select': [9, { 'Fn::Split': ['/', { 'Fn::GetAtt': 'Queue.Arn' }] }] }),
        named({ 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, { Ref: 'Queue' }] }),
        named('{{resolve:ssm:/nothing}}'),
        named({ 'Fn::ImportValue': 'nothing' }),
        named({ 'Fn::GetStackOutput': { StackName: 'nothing', OutputName: 'Id' } }),
        output({ 'Fn::FindInMap': ['M', 'a', 'b'] }),
        output({ 'Fn::GetAtt': ['Queue', 'Arn'] }),
      ].map((one) => messageOf(() => processedWith(one))),
    ).to.deep.equal([
      'Template error: Unable to get mapping for M::a::x',
      'Template error: Fn::Select cannot select nonexistent value at index 1',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'Template format error: The Value field of every Outputs member must evaluate to a String.',
      undefined,
    ])
  })

  it('knows the attribute that a type lacks', () => {
    const problem = (value: unknown): string | undefined =>
      processedWith({
        Resources: {
          Queue: { Type: 'AWS::SQS::Queue' },
          Custom: { Type: 'Custom::Thing', Properties: { ServiceToken: 'arn' } },
          Topic: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: value } },
        },
      }).problem
    const text = 'Requested attribute Nope does not exist in schema for AWS::SQS::Queue'
    expect(problem({ 'Fn::GetAtt': ['Queue', 'Nope'] })).to.equal(text)
    expect(problem({ 'Fn::Sub': '${Queue.Arn}${Queue.Nope}' })).to.equal(text)
    expect(problem({ 'Fn::Sub': ['${Queue.Nope}', { 'Queue.Nope': 'a' }] })).to.equal(undefined)
    expect(problem({ 'Fn::GetAtt': 'Custom.Nope' })).to.equal(undefined)
  })
})
