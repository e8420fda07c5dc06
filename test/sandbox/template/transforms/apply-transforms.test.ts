import { expect } from 'chai'
import { processedWith, worldWith } from '../env-of.ts'
import { messageOf } from '../message-of.ts'

const extended = { Transform: 'AWS::LanguageExtensions' }
const topic = (properties: object): object => ({ Type: 'AWS::SNS::Topic', Properties: properties })

describe('processTemplate(), of a template with transforms', () => {
  it('writes loops out by the values of parameters, as CloudFormation does', () => {
    const { root } = processedWith(
      {
        ...extended,
        Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'x-1, y' } },
        Resources: {
          'Fn::ForEach::Topics': [
            'Name',
            { Ref: 'Names' },
            {
              'Topic&{Name}': topic({
                TopicName: { Ref: 'Name' },
                DisplayName: { 'Fn::Sub': '${Name} of ${AWS::StackName} &{Name}' },
                KmsMasterKeyId: '${Name}',
                Tags: [{ Key: 'a', Value: { 'Fn::Sub': 'tag-${Name}' } }],
              }),
            },
          ],
        },
        Outputs: {
          'Fn::ForEach::Outer': [
            'Attribute',
            ['TopicArn', 'TopicName'],
            {
              'Fn::ForEach::Inner': [
                'Id',
                ['x1', 'y'],
                {
                  'Out${Attribute}${Id}': {
                    Value: { 'Fn::GetAtt': [{ 'Fn::Sub': 'Topic${Id}' }, { Ref: 'Attribute' }] },
                  },
                },
              ],
            },
          ],
        },
      },
      {},
    )
    expect(root).to.deep.equal({
      Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'x-1, y' } },
      Resources: {
        Topicx1: topic({
          TopicName: 'x-1',
          DisplayName: { 'Fn::Sub': 'x-1 of ${AWS::StackName} &{Name}' },
          KmsMasterKeyId: '${Name}',
          Tags: [{ Key: 'a', Value: 'tag-x-1' }],
        }),
        Topicy: topic({
          TopicName: 'y',
          DisplayName: { 'Fn::Sub': 'y of ${AWS::StackName} &{Name}' },
          KmsMasterKeyId: '${Name}',
          Tags: [{ Key: 'a', Value: 'tag-y' }],
        }),
      },
      Outputs: {
        OutTopicArnx1: { Value: { 'Fn::GetAtt': ['Topicx1', 'TopicArn'] } },
        OutTopicArny: { Value: { 'Fn::GetAtt': ['Topicy', 'TopicArn'] } },
        OutTopicNamex1: { Value: { 'Fn::GetAtt': ['Topicx1', 'TopicName'] } },
        OutTopicNamey: { Value: { 'Fn::GetAtt': ['Topicy', 'TopicName'] } },
      },
    })
  })

  it('names resources that functions name, so that it knows what waits for what', () => {
    const { resources } = processedWith({
      ...extended,
      Mappings: { Ids: { all: { Of: 'First' } } },
      Resources: {
        First: topic({}),
        Second: topic({ DisplayName: { Ref: { 'Fn::FindInMap': ['Ids', 'all', 'Of'] } } }),
      },
    })
    expect(resources.map(({ properties, dependsOn }) => ({ properties, dependsOn }))).to.deep.equal([
      { properties: {}, dependsOn: [] },
      { properties: { DisplayName: { Ref: 'First' } }, dependsOn: ['First'] },
    ])
  })

  it('puts in what is included, each time anew', () => {
    const objects: { [key: string]: string } = { 'tags.yaml': 'DisplayName: one\nTopicName: two' }
    const world = worldWith({ buckets: { b: { account: '1', region: 'r', objects } } })
    const template = {
      Parameters: { Key: { Type: 'String', Default: 'tags.yaml' } },
      Transform: { Name: 'AWS::Include', Parameters: { Location: 's3://b/outputs.json' } },
      Resources: {
        A: topic({
          KmsMasterKeyId: 'k',
          'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location: { 'Fn::Sub': 's3://b/${Key}' } } },
        }),
      },
    }
    objects['outputs.json'] = '{"Outputs":{"O":{"Value":{"Ref":"A"}}}}'
    expect(processedWith(template, {}, world).root).to.deep.equal({
      Parameters: template.Parameters,
      Resources: { A: topic({ KmsMasterKeyId: 'k', DisplayName: 'one', TopicName: 'two' }) },
      Outputs: { O: { Value: { Ref: 'A' } } },
    })
    objects['tags.yaml'] = 'TopicName: three'
    expect(processedWith(template, {}, world).resource('A')?.properties).to.deep.equal({
      KmsMasterKeyId: 'k',
      TopicName: 'three',
    })
  })

  it('refuses in the words of CloudFormation', () => {
    const loops = (...loop: unknown[]): object => ({
      ...extended,
      Parameters: { P: { Type: 'String', Default: 'p' } },
      Resources: { A: topic({}), 'Fn::ForEach::L': loop },
    })
    const included = (Location: string): object => ({
      Resources: { A: topic({ 'Fn::Transform': { Name: 'AWS::Include', Parameters: { Location } } }) },
    })
    const failed = 'Transform AWS::LanguageExtensions failed with: '
    const cases: readonly (readonly [object, string])[] = [
      [loops('X', ['a']), `${failed}Fn::ForEach layout is incorrect`],
      [
        loops('X', { 'Fn::GetAtt': ['A', 'TopicArn'] }, {}),
        `${failed}Could not find a collection or could not be resolved for Fn::ForEach`,
      ],
      [
        loops('X', ['a', 'a'], { 'B${X}': topic({}) }),
        `${failed}Duplicate key 'Ba' when merging keys to parent object in Fn::ForEach`,
      ],
      [
        loops('X', ['a'], { 'B${X}': { Type: 'AWS::SNS::Tropic' } }),
        'Template format error: Unrecognized resource types: [AWS::SNS::Tropic]',
      ],
      [{ Transform: 'Mine', Resources: { A: topic({}) } }, 'No transform named 123456789012::Mine found.'],
      [
        included('http://b/a'),
        'Transform AWS::Include failed with: The location parameter is not a valid S3 uri.',
      ],
      [included('s3://b/a'), 'Transform AWS::Include failed with: The specified key does not exist.'],
    ]
    expect(cases.map(([template]) => messageOf(() => processedWith(template)))).to.deep.equal(
      cases.map(([, text]) => text),
    )
  })
})
