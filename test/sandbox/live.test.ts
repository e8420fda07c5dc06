import { expect } from 'chai'
import { changeLive, findLive, makeLive, removeLive } from '../../src/sandbox/live.ts'
import type { JsonObject, LiveResource, World } from '../../src/sandbox/world.ts'
import { emptyWorld, place, stack } from './empty-world.ts'

describe('makeLive()', () => {
  let world: World

  beforeEach(() => {
    world = emptyWorld()
  })

  function make(
    type: string,
    physicalId: string,
    properties: JsonObject = {},
    logicalId?: string,
  ): LiveResource {
    const owner = logicalId === undefined ? undefined : { stackId: stack.id, logicalId }
    return makeLive(world, { place, type, physicalId, properties, attributes: {}, owner })
  }

  it('refuses a name that is taken, and says by whom', () => {
    make('AWS::S3::Bucket', 'orders', { BucketName: 'orders' }, 'Orders')
    make('AWS::SNS::Topic', 'arn:1', { TopicName: 'news' })
    expect(() => make('AWS::S3::Bucket', 'orders', { BucketName: 'orders' })).to.throw(
      `orders already exists in stack ${stack.id}`,
    )
    expect(() => make('AWS::SNS::Topic', 'arn:2', { TopicName: 'news' })).to.throw(/^news already exists$/)
  })

  it('knows a taken name in a world that was written and read', () => {
    make('AWS::IAM::Role', 'admin', { RoleName: 'admin' })
    world = JSON.parse(JSON.stringify(world)) as World
    expect(() => make('AWS::IAM::Role', 'admin', { RoleName: 'admin' })).to.throw('admin already exists')
  })

  it('takes a name again that was given up or removed', () => {
    const topic = make('AWS::SNS::Topic', 'arn:1', { TopicName: 'news' })
    changeLive(world, topic, { properties: { TopicName: 'other' } })
    const second = make('AWS::SNS::Topic', 'arn:2', { TopicName: 'news' })
    removeLive(world, second)
    make('AWS::SNS::Topic', 'arn:3', { TopicName: 'news' })
    expect(Object.values(world.live).map((live) => live.physicalId)).to.deep.equal(['arn:1', 'arn:3'])
  })

  it('takes the name of a bucket once in all regions, that of a queue once in each', () => {
    make('AWS::S3::Bucket', 'orders', { BucketName: 'orders' })
    make('AWS::SQS::Queue', 'url', { QueueName: 'orders' })
    const there = { ...place, region: 'us-east-1' }
    const inOther = (type: string, properties: JsonObject): LiveResource =>
      makeLive(world, { place: there, type, physicalId: 'orders', properties, attributes: {} })
    expect(() => inOther('AWS::S3::Bucket', { BucketName: 'orders' })).to.throw('already exists')
    expect(inOther('AWS::SQS::Queue', { QueueName: 'orders' }).place.region).to.equal('us-east-1')
  })

  it('tells stages of one name apart by their API', () => {
    const type = 'AWS::ApiGateway::Stage'
    const stages = ['one', 'two'].map((api) => make(type, 'prod', { RestApiId: api, StageName: 'prod' }))
    const found = stages.map(({ properties }) =>
      findLive(world, { place, type, physicalId: 'prod', properties }),
    )
    expect(found).to.deep.equal(stages)
    expect(() => make(type, 'prod', { RestApiId: 'one', StageName: 'prod' })).to.throw('already exists')
  })

  it('overwrites an alarm, which is then not removed for its former owner', () => {
    const type = 'AWS::CloudWatch::Alarm'
    const first = make(type, 'cpu', { AlarmName: 'cpu' }, 'First')
    const second = make(type, 'cpu', { AlarmName: 'cpu' }, 'Second')
    removeLive(world, first)
    expect(findLive(world, { place, type, physicalId: 'cpu' })).to.equal(second)
    removeLive(world, second)
    expect(world.live).to.deep.equal({})
  })

  it('refuses a second one of an id that follows from a property', () => {
    make('AWS::S3::BucketPolicy', 'orders', { Bucket: 'orders' })
    expect(() => make('AWS::S3::BucketPolicy', 'orders', { Bucket: 'orders' })).to.throw(
      'The bucket policy already exists on bucket orders.',
    )
  })

  it('refuses a second record set of one name and type', () => {
    const type = 'AWS::Route53::RecordSet'
    const record = (kind: string): LiveResource =>
      make(type, 'www.example.com', { Name: 'www.example.com', Type: kind, HostedZoneId: 'Z1' })
    record('A')
    record('AAAA')
    expect(() => record('A')).to.throw(
      "[Tried to create resource record set [name='www.example.com', type='A'] but it already exists]",
    )
  })
})
