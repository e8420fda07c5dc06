import { expect } from 'chai'
import type { Case } from '../case.ts'
import { refused } from '../refused.ts'
import { api, guide, known, reference } from '../sources.ts'
import { one, queue, topic } from '../templates.ts'

const anatomy = guide('template-anatomy')
/** A template that CreateStack refuses. */
const refuses = (name: string, source: string, template: object | string, message: RegExp): Case => ({
  name: `refuses ${name}`,
  source,
  run: ({ start }) => refused(start(template), 'ValidationError', message),
})
const role = (properties: object = {}): object => ({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Statement: [] }, ...properties },
    },
  },
})
/** Properties that fail when the resource is made, with the reason in its event. */
const fails = (name: string, source: string, resource: object, reason: RegExp): Case => ({
  name: `fails a resource ${name}`,
  source,
  run: async ({ create, events }) => {
    const stack = await create({ Resources: { Thing: resource } })
    expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
    const failed = (await events(stack.StackId)).find(
      ({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED',
    )
    expect(failed?.ResourceStatusReason).to.match(reason)
  },
})

export const validation: readonly Case[] = [
  refuses(
    'text that is no template',
    known('the message of CreateStack'),
    'not a template',
    /Template format error/,
  ),
  refuses(
    'JSON that is cut off',
    known('the message of CreateStack'),
    '{"Resources": {',
    /Template format error: (JSON|YAML) not well-formed|Template format error/,
  ),
  refuses(
    'a template without resources',
    guide('resources-section-structure'),
    { Resources: {} },
    /At least one Resources member must be defined/,
  ),
  refuses(
    'sections that there are not',
    anatomy,
    { ...one, Resorces: {} },
    /Invalid template property or properties \[Resorces\]/,
  ),
  refuses(
    'a format version that there is not',
    guide('format-version-structure'),
    { AWSTemplateFormatVersion: '2011-01-01', ...one },
    /AWSTemplateFormatVersion/,
  ),
  refuses(
    'a resource without a type',
    guide('resources-section-structure'),
    { Resources: { News: { Properties: {} } } },
    /News.*Type|Type.*News/s,
  ),
  refuses(
    'an attribute of resources that there is not',
    guide('resources-section-structure'),
    { Resources: { News: topic({}, { Propertys: {} }) } },
    /Invalid template resource property 'Propertys'/,
  ),
  refuses(
    'resource types that there are not',
    known('the message of CreateStack'),
    { Resources: { News: { Type: 'AWS::SNS::Topik' } } },
    /Unrecognized resource types: \[AWS::SNS::Topik\]/,
  ),
  refuses(
    'a logical id that is not alphanumeric',
    guide('resources-section-structure'),
    { Resources: { 'my-news': topic() } },
    /my-news.*non alphanumeric/,
  ),
  refuses(
    'a Ref to what there is not, in resources',
    known('the message of CreateStack'),
    { Resources: { News: topic({ DisplayName: { Ref: 'Nope' } }) } },
    /Unresolved resource dependencies \[Nope\] in the Resources block of the template/,
  ),
  refuses(
    'a Ref to what there is not, in outputs',
    known('the message of CreateStack'),
    { ...one, Outputs: { Out: { Value: { Ref: 'Nope' } } } },
    /Unresolved resource dependencies \[Nope\] in the Outputs block of the template/,
  ),
  refuses(
    'an Fn::Sub of what there is not',
    known('the message of CreateStack'),
    { Resources: { News: topic({ DisplayName: { 'Fn::Sub': '${Nope}' } }) } },
    /Unresolved resource dependencies \[Nope\]/,
  ),
  refuses(
    'a DependsOn of what there is not',
    known('the message of CreateStack'),
    { Resources: { News: topic({}, { DependsOn: 'Nope' }) } },
    /Unresolved resource dependencies \[Nope\]/,
  ),
  refuses(
    'resources that depend on each other in a circle',
    known('the message of CreateStack'),
    {
      Resources: {
        News: topic({ DisplayName: { 'Fn::GetAtt': ['Jobs', 'QueueName'] } }),
        Jobs: queue({ QueueName: { 'Fn::GetAtt': ['News', 'TopicName'] } }),
      },
    },
    /Circular dependency between resources: \[(News, Jobs|Jobs, News)\]/,
  ),
  refuses(
    'a condition that there is not',
    guide('conditions-section-structure'),
    { Resources: { News: topic({}, { Condition: 'Nope' }) } },
    /Nope/,
  ),
  refuses(
    'a mapping that there is not',
    reference('intrinsic-function-reference-findinmap'),
    { Resources: { News: topic({ DisplayName: { 'Fn::FindInMap': ['Nope', 'a', 'b'] } }) } },
    /Nope/,
  ),
  refuses(
    'a key that a mapping does not have',
    known('the message of CreateStack'),
    {
      Mappings: { Sizes: { a: { b: 'c' } } },
      Resources: { News: topic({ DisplayName: { 'Fn::FindInMap': ['Sizes', 'x', 'b'] } }) },
    },
    /Unable to get mapping for Sizes::x::b/,
  ),
  refuses(
    'a function that there is not',
    known('the message of CreateStack'),
    { Resources: { News: topic({ DisplayName: { 'Fn::Nope': 'x' } }) } },
    /Fn::Nope/,
  ),
  refuses(
    'a parameter type that there is not',
    guide('parameters-section-structure'),
    { Parameters: { Size: { Type: 'Text', Default: 'x' } }, ...one },
    /Size|parameter type/i,
  ),
  refuses(
    'a parameter without a type',
    guide('parameters-section-structure'),
    { Parameters: { Size: { Default: 'x' } }, ...one },
    /Size|Type/,
  ),
  refuses(
    'an output without a value',
    guide('outputs-section-structure'),
    { ...one, Outputs: { Out: { Description: 'x' } } },
    /Outputs|Value/,
  ),
  refuses(
    'more than 500 resources',
    guide('cloudformation-limits'),
    {
      Resources: Object.fromEntries(
        Array.from({ length: 501 }, (_, at) => [`R${at}`, { Type: 'AWS::SNS::Topic' }]),
      ),
    },
    /501|500/,
  ),
  refuses(
    'a body of more than 51,200 bytes',
    guide('cloudformation-limits'),
    { Metadata: { Long: 'x'.repeat(51_200) }, ...one },
    /51200|51,200/,
  ),
  {
    name: 'refuses a body together with an address',
    source: api('CreateStack'),
    run: ({ start }) =>
      refused(
        start(one, { TemplateURL: 'https://b.s3.amazonaws.com/t.json' }),
        'ValidationError',
        /TemplateBody|TemplateURL|template/i,
      ),
  },
  {
    name: 'refuses a call without a template',
    source: api('CreateStack'),
    run: ({ cfn, name }) =>
      refused(
        cfn.createStack({ StackName: name() }),
        'ValidationError',
        /TemplateBody|TemplateURL|template/i,
      ),
  },
  {
    name: 'makes nothing of a refused template',
    source: api('CreateStack'),
    run: async ({ cfn, name, start }) => {
      const StackName = name()
      await refused(start({ Resources: {} }, { StackName }), 'ValidationError')
      await refused(cfn.describeStacks({ StackName }), 'ValidationError', /does not exist/)
    },
  },
  {
    name: 'makes roles only if it may',
    source: guide('control-access-with-iam'),
    run: async ({ create, start }) => {
      await refused(
        start(role()),
        'InsufficientCapabilitiesException',
        /Requires capabilities : \[CAPABILITY_IAM\]/,
      )
      expect(await create(role(), { Capabilities: ['CAPABILITY_IAM'] })).to.include({
        StackStatus: 'CREATE_COMPLETE',
      })
    },
  },
  {
    name: 'makes roles with a name of their own only if it may do that',
    source: guide('control-access-with-iam'),
    run: async ({ create, name, start }) => {
      const named = role({ RoleName: name() })
      await refused(
        start(named, { Capabilities: ['CAPABILITY_IAM'] }),
        'InsufficientCapabilitiesException',
        /Requires capabilities : \[CAPABILITY_NAMED_IAM\]/,
      )
      expect(await create(named, { Capabilities: ['CAPABILITY_NAMED_IAM'] })).to.include({
        StackStatus: 'CREATE_COMPLETE',
      })
    },
  },
  {
    name: 'validates templates with the same message',
    source: api('ValidateTemplate'),
    run: ({ cfn }) =>
      refused(
        cfn.validateTemplate({
          TemplateBody: JSON.stringify({ Resources: { News: topic({ DisplayName: { Ref: 'Nope' } }) } }),
        }),
        'ValidationError',
        /Unresolved resource dependencies \[Nope\]/,
      ),
  },
  fails(
    'with a property that its type does not have',
    known('the reason in the events'),
    queue({ Nope: 1 }),
    /Nope/,
  ),
  fails(
    'without a property that its type requires',
    known('the reason in the events'),
    { Type: 'AWS::SSM::Parameter', Properties: { Value: 'x' } },
    /Type/,
  ),
  fails(
    'with a value that its property cannot have',
    known('the reason in the events'),
    { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 2 } },
    /RetentionInDays/,
  ),
  {
    name: 'refuses an attribute that a type does not have, at once or when it begins',
    source: known('the messages of CreateStack and of its events'),
    run: async ({ create, events }) => {
      const template = { ...one, Outputs: { Out: { Value: { 'Fn::GetAtt': ['News', 'Nope'] } } } }
      const outcome = await create(template).catch((error: Error) => error)
      if (outcome instanceof Error) return expect(outcome.message).to.match(/Nope/)
      expect(outcome.StackStatus).to.equal('ROLLBACK_COMPLETE')
      return expect(
        (await events(outcome.StackId)).map(({ ResourceStatusReason = '' }) => ResourceStatusReason).join(),
      ).to.match(/attribute Nope/)
    },
  },
  {
    name: 'fails a resource whose name another has',
    source: known('the reason in the events'),
    run: async ({ create, events, name }) => {
      const taken = {
        Type: 'AWS::SSM::Parameter',
        Properties: { Name: `/${name()}`, Type: 'String', Value: 'x' },
      }
      await create({ Resources: { First: taken } })
      const stack = await create({ Resources: { Second: taken } })
      expect(stack.StackStatus).to.equal('ROLLBACK_COMPLETE')
      const failed = (await events(stack.StackId)).find(
        ({ ResourceStatus }) => ResourceStatus === 'CREATE_FAILED',
      )
      expect(failed?.ResourceStatusReason).to.match(/already exists/)
    },
  },
]
