import { bareStack } from '../../../src/sandbox/bare-stack.ts'
import { expect } from 'chai'
import { templateOperations } from '../../../src/sandbox/template/template-operations.ts'
import type { Desired, JsonObject, World } from '../../../src/sandbox/world.ts'
import { place, stack, worldWith } from './env-of.ts'
import { messageOf } from './message-of.ts'

const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'roles',
  Metadata: { Team: 'a' },
  Parameters: {
    Size: { Type: 'Number', Default: 2, AllowedValues: [1, 2], Description: 'how many' },
    Key: { Type: 'String', NoEcho: true },
  },
  Resources: {
    One: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } },
    Topic: { Type: 'AWS::SNS::Topic' },
    Two: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'two', AssumeRolePolicyDocument: {} } },
  },
}

function call(action: string, input: JsonObject, world = worldWith()): JsonObject {
  return templateOperations[action]!(input, { world, place, callerArn: 'arn:aws:iam::123456789012:root' })
}

const body = (value: object): JsonObject => ({ TemplateBody: JSON.stringify(value) })

describe('templateOperations', () => {
  it('ValidateTemplate says what a template declares and needs', () => {
    expect(call('ValidateTemplate', body(template))).to.deep.equal({
      Parameters: [
        { ParameterKey: 'Size', DefaultValue: '2', NoEcho: false, Description: 'how many' },
        { ParameterKey: 'Key', NoEcho: true },
      ],
      Description: 'roles',
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
    })
    expect(
      call(
        'ValidateTemplate',
        body({ Transform: 'AWS::LanguageExtensions', Resources: { 'Fn::ForEach::A': [] } }),
      ),
    ).to.deep.equal({ Parameters: [], DeclaredTransforms: ['AWS::LanguageExtensions'] })
  })

  it('GetTemplateSummary says more', () => {
    expect(call('GetTemplateSummary', body(template))).to.deep.equal({
      Parameters: [
        {
          ParameterKey: 'Size',
          DefaultValue: '2',
          ParameterType: 'Number',
          NoEcho: false,
          Description: 'how many',
          ParameterConstraints: { AllowedValues: ['1', '2'] },
        },
        { ParameterKey: 'Key', ParameterType: 'String', NoEcho: true, ParameterConstraints: {} },
      ],
      Description: 'roles',
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      CapabilitiesReason: 'The following resource(s) require capabilities: [AWS::IAM::Role]',
      ResourceTypes: ['AWS::IAM::Role', 'AWS::SNS::Topic'],
      ResourceIdentifierSummaries: [
        {
          ResourceType: 'AWS::IAM::Role',
          LogicalResourceIds: ['One', 'Two'],
          ResourceIdentifiers: ['RoleName'],
        },
        { ResourceType: 'AWS::SNS::Topic', LogicalResourceIds: ['Topic'], ResourceIdentifiers: ['TopicArn'] },
      ],
      Version: '2010-09-09',
      Metadata: '{"Team":"a"}',
    })
  })

  it('GetTemplateSummary can take types that do not exist as a warning', () => {
    const odd = body({ Resources: { A: { Type: 'AWS::SNS::Tropic' } } })
    expect(messageOf(() => call('GetTemplateSummary', odd))).to.equal(
      'Template format error: Unrecognized resource types: [AWS::SNS::Tropic]',
    )
    const config = { TreatUnrecognizedResourceTypesAsWarnings: 'true' }
    expect(call('GetTemplateSummary', { ...odd, TemplateSummaryConfig: config })).to.deep.equal({
      Parameters: [],
      ResourceTypes: ['AWS::SNS::Tropic'],
      ResourceIdentifierSummaries: [],
      Warnings: { UnrecognizedResourceTypes: ['AWS::SNS::Tropic'] },
    })
  })

  it('GetTemplate gives the template of a stack or change set, as sent and processed', () => {
    const world = worldWith()
    const plain = 'Resources: {A: {Type: AWS::SNS::Topic}}'
    const looped = `Transform: AWS::LanguageExtensions
Resources:
  Fn::ForEach::Topics: [T, [A, B], {'Topic\${T}': {Type: AWS::SNS::Topic}}]`
    addStack(world, plain)
    const get = (input: JsonObject): JsonObject => call('GetTemplate', input, world)
    const StagesAvailable = ['Original', 'Processed']
    expect(get({ StackName: 'network' })).to.deep.equal({ TemplateBody: plain, StagesAvailable })
    expect(get({ StackName: stack.id, TemplateStage: 'Processed' })).to.deep.equal({
      TemplateBody: plain,
      StagesAvailable,
    })
    addChangeSet(world, looped)
    expect(get({ StackName: 'network', ChangeSetName: 'next' })).to.deep.equal({
      TemplateBody: looped,
      StagesAvailable,
    })
    expect(get({ ChangeSetName: 'arn:next', TemplateStage: 'Processed' })).to.deep.equal({
      TemplateBody: '{"Resources":{"TopicA":{"Type":"AWS::SNS::Topic"},"TopicB":{"Type":"AWS::SNS::Topic"}}}',
      StagesAvailable,
    })
    expect(
      [
        {},
        { StackName: 'none' },
        { ChangeSetName: 'next' },
        { StackName: 'network', ChangeSetName: 'none' },
      ].map((input) => messageOf(() => get(input))),
    ).to.deep.equal([
      'StackName is a required parameter.',
      'Stack with id none does not exist',
      'StackName is a required parameter.',
      'ChangeSet [none] does not exist',
    ])
  })

  it('EstimateTemplateCost gives an address, once all parameters have values', () => {
    expect(messageOf(() => call('EstimateTemplateCost', body(template)))).to.equal(
      'Parameters: [Key] must have values',
    )
    const Parameters = [{ ParameterKey: 'Key', ParameterValue: 'x' }]
    expect(call('EstimateTemplateCost', { ...body(template), Parameters })['Url']).to.match(
      /^http:\/\/calculator\.s3\.amazonaws\.com\/calc5\.html\?key=cloudformation\/[0-9a-f-]{36}$/,
    )
  })
})

function desiredWith(text: string): Desired {
  return { body: text, parameters: [], tags: [], capabilities: [], topics: [] }
}

function addStack(world: World, text: string): void {
  world.stacks[stack.id] = bareStack({
    ...stack,
    place,
    status: 'CREATE_COMPLETE',
    createdAt: 0,
    desired: desiredWith(text),
  })
}

function addChangeSet(world: World, text: string): void {
  world.changeSets['arn:next'] = {
    id: 'arn:next',
    name: 'next',
    stackId: stack.id,
    type: 'UPDATE',
    createdAt: 0,
    desired: desiredWith(text),
    status: 'CREATE_COMPLETE',
    changes: [],
    operationId: '',
  }
}
