import { expect } from 'chai'
import type { Case } from '../case.ts'
import { guide, known, reference } from '../sources.ts'
import { evaluate, outputsOf, parametersOf, queue, stored, topic } from '../templates.ts'

const fn = (name: string): string => reference(`intrinsic-function-reference-${name}`)
/** A value and what it becomes. */
const becomes = (
  name: string,
  source: string,
  value: unknown,
  expected: string | RegExp,
  template?: object,
): Case => ({
  name,
  source,
  run: async (stage) => {
    const { Out } = await evaluate(stage, { Out: value }, template)
    if (typeof expected === 'string') expect(Out).to.equal(expected)
    else expect(Out).to.match(expected)
  },
})
const join = (value: unknown): object => ({ 'Fn::Join': ['|', value] })
const extended = { Transform: 'AWS::LanguageExtensions' }

export const functions: readonly Case[] = [
  becomes(
    'refers to a queue by its URL',
    reference('aws-resource-sqs-queue'),
    { Ref: 'Jobs' },
    /^https?:\/\/.+\/\d{12}\/[\w-]+Jobs[\w-]+$/,
    { Resources: { Jobs: queue() } },
  ),
  becomes(
    'refers to a topic by its ARN',
    reference('aws-resource-sns-topic'),
    { Ref: 'News' },
    /^arn:aws:sns:eu-central-1:\d{12}:/,
  ),
  becomes(
    'gets an attribute',
    fn('getatt'),
    { 'Fn::GetAtt': ['Jobs', 'Arn'] },
    /^arn:aws:sqs:eu-central-1:\d{12}:[\w-]+$/,
    { Resources: { Jobs: queue() } },
  ),
  becomes(
    'gets an attribute named in one text',
    fn('getatt'),
    { 'Fn::GetAtt': 'News.TopicName' },
    /^case-[\w-]+News[\w-]+$/,
  ),
  becomes('joins', fn('join'), { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 'c']] }, 'a-eu-central-1-c'),
  becomes('splits and joins again', fn('split'), join({ 'Fn::Split': [',', 'a,b,,c'] }), 'a|b||c'),
  becomes('selects', fn('select'), { 'Fn::Select': ['1', ['a', 'b', 'c']] }, 'b'),
  becomes(
    'substitutes pseudo parameters and attributes',
    fn('sub'),
    { 'Fn::Sub': '${AWS::Region}/${Jobs.QueueName}' },
    /^eu-central-1\/[\w-]+Jobs[\w-]+$/,
    { Resources: { Jobs: queue() } },
  ),
  becomes(
    'substitutes given values',
    fn('sub'),
    { 'Fn::Sub': ['${Host}:${Port}', { Host: 'a', Port: { 'Fn::Select': [0, ['80']] } }] },
    'a:80',
  ),
  becomes(
    'leaves what an exclamation mark keeps from substitution',
    fn('sub'),
    { 'Fn::Sub': '${!Literal}' },
    '${Literal}',
  ),
  becomes(
    'encodes in base64, umlauts too',
    fn('base64'),
    { 'Fn::Base64': 'grün' },
    Buffer.from('grün').toString('base64'),
  ),
  becomes(
    'looks up mappings',
    fn('findinmap'),
    { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'Large'] },
    '9',
    { Mappings: { Sizes: { 'eu-central-1': { Large: 9 } } } },
  ),
  becomes(
    'looks up lists in mappings',
    fn('findinmap'),
    join({ 'Fn::FindInMap': ['Zones', 'All', 'Names'] }),
    'a|b',
    { Mappings: { Zones: { All: { Names: ['a', 'b'] } } } },
  ),
  becomes(
    'divides a block into smaller ones',
    fn('cidr'),
    join({ 'Fn::Cidr': ['10.0.0.0/24', 3, 5] }),
    '10.0.0.0/27|10.0.0.32/27|10.0.0.64/27',
  ),
  becomes(
    'divides an IPv6 block',
    fn('cidr'),
    { 'Fn::Select': [1, { 'Fn::Cidr': ['2001:db8::/56', 2, 64] }] },
    /^2001:db8:0?:?(0:)?(1::|0:0:1::).*\/64$/,
  ),
  becomes(
    'knows the zones of the region',
    fn('getavailabilityzones'),
    { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] },
    'eu-central-1a',
  ),
  becomes('decides between two values', fn('conditions'), { 'Fn::If': ['Large', 'yes', 'no'] }, 'no', {
    Conditions: { Large: { 'Fn::Equals': ['a', 'b'] } },
  }),
  becomes('combines conditions', fn('conditions'), { 'Fn::If': ['All', 'yes', 'no'] }, 'yes', {
    Conditions: {
      A: { 'Fn::Equals': ['a', 'a'] },
      B: { 'Fn::Not': [{ Condition: 'A' }] },
      C: { 'Fn::Or': [{ Condition: 'A' }, { Condition: 'B' }] },
      All: { 'Fn::And': [{ Condition: 'A' }, { Condition: 'C' }, { 'Fn::Not': [{ Condition: 'B' }] }] },
    },
  }),
  becomes(
    'knows region, partition and DNS suffix',
    reference('pseudo-parameter-reference'),
    { 'Fn::Sub': '${AWS::Region} ${AWS::Partition} ${AWS::URLSuffix}' },
    'eu-central-1 aws amazonaws.com',
  ),
  {
    name: 'knows account, stack name and stack id',
    source: reference('pseudo-parameter-reference'),
    run: async ({ create }) => {
      const Outputs = Object.fromEntries(
        ['AccountId', 'StackName', 'StackId'].map((key) => [key, { Value: { Ref: `AWS::${key}` } }]),
      )
      const stack = await create({ Resources: { News: topic() }, Outputs })
      const { StackId = '', StackName } = stack
      expect(outputsOf(stack)).to.deep.equal({ AccountId: StackId.split(':')[4], StackId, StackName })
    },
  },
  {
    name: 'takes a property away with AWS::NoValue',
    source: reference('pseudo-parameter-reference'),
    run: async ({ create, events }) => {
      const Properties = {
        DisplayName: { Ref: 'AWS::NoValue' },
        TopicName: { 'Fn::If': ['Never', 'x', { Ref: 'AWS::NoValue' }] },
      }
      const stack = await create({
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { News: topic(Properties) },
      })
      expect(stack.StackStatus).to.equal('CREATE_COMPLETE')
      const made = (await events(stack.StackId)).find(({ LogicalResourceId }) => LogicalResourceId === 'News')
      expect(JSON.parse(made?.ResourceProperties ?? 'null')).to.deep.equal({})
    },
  },
  becomes(
    'takes list items away with AWS::NoValue',
    reference('pseudo-parameter-reference'),
    join(['a', { 'Fn::If': ['Never', 'b', { Ref: 'AWS::NoValue' }] }, 'c']),
    'a|c',
    { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
  ),
  {
    name: 'leaves out resources and outputs whose condition is false',
    source: guide('conditions-section-structure'),
    run: async ({ cfn, create }) => {
      const stack = await create({
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { News: topic(), Jobs: queue({}, { Condition: 'Never' }) },
        Outputs: { Jobs: { Condition: 'Never', Value: { Ref: 'Jobs' } }, Always: { Value: 'x' } },
      })
      const { StackResources = [] } = await cfn.describeStackResources({ StackName: stack.StackId })
      expect(StackResources.map(({ LogicalResourceId }) => LogicalResourceId)).to.deep.equal(['News'])
      expect(outputsOf(stack)).to.deep.equal({ Always: 'x' })
    },
  },
  {
    name: 'does not look at the branch of Fn::If that is not taken',
    source: fn('conditions'),
    run: async ({ create }) => {
      const stack = await create({
        Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
        Resources: {
          News: topic({ DisplayName: { 'Fn::If': ['Never', { Ref: 'Jobs' }, 'none'] } }),
          Jobs: queue({}, { Condition: 'Never' }),
        },
      })
      expect(stack.StackStatus).to.equal('CREATE_COMPLETE')
    },
  },
  {
    name: 'decides by parameters',
    source: guide('conditions-section-structure'),
    run: async (stage) => {
      const template = {
        Parameters: { Stage: { Type: 'String' } },
        Conditions: { Live: { 'Fn::Equals': [{ Ref: 'Stage' }, 'live'] } },
      }
      const value = { Out: { 'Fn::If': ['Live', 'big', 'small'] } }
      const given = (text: string): object => ({ Parameters: parametersOf({ Stage: text }) })
      expect([
        await evaluate(stage, value, template, given('live')),
        await evaluate(stage, value, template, given('test')),
      ]).to.deep.equal([{ Out: 'big' }, { Out: 'small' }])
    },
  },
  {
    name: 'writes JSON as text',
    source: fn('ToJsonString'),
    run: async (stage) => {
      const value = { 'Fn::ToJsonString': { region: { Ref: 'AWS::Region' }, list: [1, true] } }
      const { Out = '' } = await evaluate(stage, { Out: value }, extended, {
        Capabilities: ['CAPABILITY_AUTO_EXPAND'],
      })
      expect(JSON.parse(Out)).to.deep.equal({ region: 'eu-central-1', list: [1, true] })
    },
  },
  {
    name: 'counts the items of a list',
    source: fn('length'),
    run: async (stage) => {
      const template = {
        ...extended,
        Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'a,b,c' } },
      }
      const value = { Out: { 'Fn::Length': { Ref: 'Names' } } }
      expect(
        await evaluate(stage, value, template, { Capabilities: ['CAPABILITY_AUTO_EXPAND'] }),
      ).to.deep.equal({ Out: '3' })
    },
  },
  {
    name: 'takes the default where a mapping has no such key',
    source: fn('findinmap-enhancements'),
    run: async (stage) => {
      const template = { ...extended, Mappings: { Sizes: { a: { Large: '9' } } } }
      const value = { Out: { 'Fn::FindInMap': ['Sizes', 'b', 'Large', { DefaultValue: 'none' }] } }
      expect(
        await evaluate(stage, value, template, { Capabilities: ['CAPABILITY_AUTO_EXPAND'] }),
      ).to.deep.equal({ Out: 'none' })
    },
  },
  {
    name: 'understands the short forms of YAML',
    source: reference('intrinsic-function-reference'),
    run: async ({ create }) => {
      const stack = await create(`
Conditions:
  Here: !Equals [!Ref AWS::Region, eu-central-1]
Resources:
  News:
    Type: AWS::SNS::Topic
Outputs:
  Name: {Value: !GetAtt News.TopicName}
  Sub: {Value: !Sub 'r-\${AWS::Region}'}
  If: {Value: !If [Here, !Join ['', [y, es]], 'no']}
  Nested: {Value: !Select [1, !Split [',', !Sub 'a,\${AWS::Region}']]}
`)
      const { Name, ...rest } = outputsOf(stack)
      expect(rest).to.deep.equal({ Sub: 'r-eu-central-1', If: 'yes', Nested: 'eu-central-1' })
      expect(Name).to.contain('News')
    },
  },
  {
    name: 'resolves functions within properties to what the resource gets',
    source: known('what the resource shows as its value'),
    run: async (stage) => {
      const Resources = { Jobs: queue(), Note: stored({ 'Fn::Sub': 'to ${Jobs.QueueName}' }) }
      const { Note, Name } = await evaluate(
        stage,
        { Note: { 'Fn::GetAtt': ['Note', 'Value'] }, Name: { 'Fn::GetAtt': ['Jobs', 'QueueName'] } },
        { Resources },
      )
      expect(Note).to.equal(`to ${Name}`)
    },
  },
]
