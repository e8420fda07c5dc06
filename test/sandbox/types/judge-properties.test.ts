import { expect } from 'chai'
import { judgeProperties } from '../../../src/sandbox/types/judge-properties.ts'

describe('judgeProperties()', () => {
  it('says what CloudFormation says, a line each', () => {
    const properties = { Nmae: 'a', VisibilityTimeout: {} }
    expect(judgeProperties('AWS::SQS::Queue', properties)?.split('\n').sort()).to.deep.equal([
      '#/VisibilityTimeout: expected type: Integer, found: JSONObject',
      '#: extraneous key [Nmae] is not permitted',
    ])
    expect(judgeProperties('AWS::EC2::Subnet', {})).to.equal('#: required key [VpcId] not found')
  })

  it('does not show values that fail a pattern or an enumeration', () => {
    const properties = { Role: 'secret', Code: {}, Architectures: ['z80'] }
    expect(judgeProperties('AWS::Lambda::Function', properties)?.split('\n').sort()).to.deep.equal([
      '#/Architectures/0: failed validation constraint for keyword [enum]',
      '#/Role: failed validation constraint for keyword [pattern]',
    ])
  })

  it('says why each of several forms does not fit', () => {
    expect(judgeProperties('AWS::DynamoDB::Table', { KeySchema: [{ AttributeName: 'id' }] })).to.equal(
      [
        '#/KeySchema: #: 0 subschemas matched instead of one',
        '#/KeySchema/0: required key [KeyType] not found',
        '#/KeySchema: expected type: JSONObject, found: JSONArray',
      ].join('\n'),
    )
  })

  it('does not judge what a dynamic reference stands for', () => {
    const properties = { FunctionName: 'f', EventSourceArn: '{{resolve:ssm:queue-arn}}' }
    expect(judgeProperties('AWS::Lambda::EventSourceMapping', properties)).to.equal(undefined)
  })

  it('has nothing to say of good properties, nor of types that it does not know', () => {
    const judged = [
      judgeProperties('AWS::SQS::Queue', { QueueName: 'a', DelaySeconds: '5' }),
      judgeProperties('Custom::Thing', { Anything: 1 }),
    ]
    expect(judged).to.deep.equal([undefined, undefined])
  })
})
