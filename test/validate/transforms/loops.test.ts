import { expect } from 'chai'
import { validate } from '../../../src/validate/validate.ts'

const Transform = 'AWS::LanguageExtensions'
const topic = (Properties: object = {}): object => ({ Type: 'AWS::SNS::Topic', Properties })
const loop = (collection: unknown, body: object, more: object = {}): object => ({
  Transform,
  Resources: { 'Fn::ForEach::Topics': ['Name', collection, body] },
  ...more,
})
const found = (template: unknown): readonly string[] =>
  validate(template).map(({ code, path, logicalId = '' }) => `${code} ${logicalId} ${path.join('/')}`)

describe('Fn::ForEach', () => {
  it('is written out: what it makes is known to references, and findings point to the loop as written', () => {
    const body = { 'Topic${Name}': topic({ DisplayName: { Ref: 'Name' }, Wrong: 1 }) }
    const place = 'Resources/Fn::ForEach::Topics/2/Topic${Name}/Properties/Wrong'
    const Outputs = { A: { Value: { Ref: 'TopicA' } }, C: { Value: { Ref: 'TopicC' } } }
    expect(found(loop(['A', 'B'], body, { Outputs }))).to.have.members([
      `E3002 TopicA ${place}`,
      'E6101  Outputs/C/Value/Ref',
    ])
  })

  it('takes collections of parameter defaults and mappings', () => {
    const Parameters = { Names: { Type: 'CommaDelimitedList', Default: 'A, B' } }
    const Outputs = { B: { Value: { 'Fn::GetAtt': ['TopicB', 'TopicArn'] } } }
    const body = { 'Topic${Name}': topic() }
    expect(found(loop({ Ref: 'Names' }, body, { Parameters, Outputs }))).to.deep.equal([])
    const Mappings = { M: { 'us-east-1': { Names: ['A', 'B'] } } }
    const inMap = { 'Fn::FindInMap': ['M', { Ref: 'AWS::Region' }, 'Names'] }
    expect(found(loop(inMap, body, { Mappings, Outputs }))).to.deep.equal([])
  })

  it('nests, also in properties, and computes names of references', () => {
    const body = {
      'Topic${Name}': topic({ DisplayName: { 'Fn::Sub': 'x-${Name}' } }),
      'Fn::ForEach::Queues': [
        'Kind',
        ['Dead', 'Live'],
        {
          'Queue${Name}${Kind}': {
            Type: 'AWS::SQS::Queue',
            DependsOn: 'Topic${Name}',
            Properties: {
              'Fn::ForEach::P': ['Field', ['QueueName'], { '${Field}': { 'Fn::Sub': '${Kind}-q' } }],
            },
          },
        },
      ],
    }
    const Outputs = {
      Q: { Value: { 'Fn::GetAtt': [{ 'Fn::Sub': 'QueueA${AWS::Region}' }, 'Arn'] } },
      'Fn::ForEach::O': ['N', ['A'], { 'Out${N}': { Value: { 'Fn::GetAtt': ['Queue${N}Dead', 'Arn'] } } }],
    }
    expect(found(loop(['A', 'B'], body, { Outputs }))).to.deep.equal([])
  })

  it('says so when the collection is not known, and concludes nothing from missing names', () => {
    const Parameters = { Names: { Type: 'CommaDelimitedList' } }
    const Outputs = { A: { Value: { Ref: 'TopicA' } } }
    const template = loop({ Ref: 'Names' }, { 'Topic${Name}': topic() }, { Parameters, Outputs })
    expect(found(template)).to.deep.equal(['CFS0001 Fn::ForEach::Topics Resources/Fn::ForEach::Topics'])
  })

  it('is judged with the longest list of a mapping when its top-level key is not known', () => {
    const Parameters = { Env: { Type: 'String' } }
    const Mappings = { M: { dev: { Names: ['A'] }, prod: { Names: ['A', 'B'] } } }
    const Outputs = { C: { Value: { Ref: 'TopicC' } } }
    const template = loop(
      { 'Fn::FindInMap': ['M', { Ref: 'Env' }, 'Names'] },
      { 'Topic${Name}': topic({ Wrong: 1 }) },
      { Parameters, Mappings, Outputs },
    )
    expect(found(template)).to.deep.equal([
      'E3002 TopicA Resources/Fn::ForEach::Topics/2/Topic${Name}/Properties/Wrong',
      'CFS0001 Fn::ForEach::Topics Resources/Fn::ForEach::Topics',
    ])
  })

  it('makes no name twice', () => {
    expect(found(loop(['A', 'B'], { Topic: topic() }))).to.deep.equal([
      'E1032 Fn::ForEach::Topics Resources/Fn::ForEach::Topics',
    ])
  })

  it('is bounded when loops multiply', () => {
    const ten = Array.from({ length: 10 }, (_, index) => `${index}`)
    let body: object = { 'T${I0}${I1}${I2}${I3}${I4}${I5}${I6}${I7}': topic() }
    for (let i = 7; i > 0; i--) body = { [`Fn::ForEach::L${i}`]: [`I${i}`, ten, body] }
    const template = { Transform, Resources: { 'Fn::ForEach::L0': ['I0', ten, body] } }
    expect(found(template).some((text) => text.startsWith('CFS0001'))).to.equal(true)
  })
})
