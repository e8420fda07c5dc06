import { expect } from 'chai'
import { makeLive } from '../../../src/sandbox/live.ts'
import { makePhysicalId } from '../../../src/sandbox/types/physical-id.ts'
import type { JsonObject, World } from '../../../src/sandbox/world.ts'
import { emptyWorld, place, stack } from '../empty-world.ts'

describe('makePhysicalId()', () => {
  let world: World

  beforeEach(() => {
    world = emptyWorld()
  })

  function idOf(type: string, properties: JsonObject = {}, logicalId = 'Thing'): string {
    return makePhysicalId(world, { place, stack, logicalId, type, properties })
  }

  it('has the form of the service', () => {
    const forms: { readonly [type: string]: RegExp } = {
      'AWS::EC2::VPC': /^vpc-[0-9a-f]{17}$/,
      'AWS::EC2::TransitGatewayVpcAttachment': /^tgw-attach-[0-9a-f]{17}$/,
      'AWS::SNS::Topic': /^arn:aws:sns:eu-west-1:123456789012:shop-Thing-\w{12}$/,
      'AWS::SQS::Queue': /^https:\/\/sqs\.eu-west-1\.amazonaws\.com\/123456789012\/shop-Thing-\w{12}$/,
      'AWS::S3::Bucket': /^shop-thing-[a-z0-9]{12}$/,
      'AWS::IAM::ManagedPolicy': /^arn:aws:iam::123456789012:policy\/shop-Thing-\w{12}$/,
      'AWS::ElasticLoadBalancingV2::TargetGroup':
        /^arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup\/shop-Thing-\w{12}\/[0-9a-f]{16}$/,
      'AWS::KMS::Key': /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      'AWS::Batch::JobQueue': /^arn:aws:batch:eu-west-1:123456789012:job-queue\/shop-Thing-\w{12}$/,
      'AWS::DocDB::DBInstance': /^shop-Thing-\w{12}$/,
    }
    const wrong = Object.entries(forms)
      .map(([type, form]) => [idOf(type), form] as const)
      .filter(([id, form]) => !form.test(id))
    expect(wrong).to.deep.equal([])
  })

  it('is the name that is given', () => {
    expect([
      idOf('AWS::S3::Bucket', { BucketName: 'orders' }),
      idOf('AWS::ECS::Service', {
        Cluster: 'arn:aws:ecs:eu-west-1:123456789012:cluster/main',
        ServiceName: 'web',
      }),
      idOf('AWS::Events::Rule', { Name: 'nightly', EventBusName: 'jobs' }),
      idOf('AWS::Lambda::Alias', { FunctionName: 'resize', Name: 'live' }),
      idOf('AWS::WAFv2::WebACL', { Name: 'edge', Scope: 'REGIONAL' }).replace(/\|.*\|/, '|…|'),
    ]).to.deep.equal([
      'orders',
      'arn:aws:ecs:eu-west-1:123456789012:service/main/web',
      'jobs|nightly',
      'arn:aws:lambda:eu-west-1:123456789012:function:resize:live',
      'edge|…|REGIONAL',
    ])
  })

  it('keeps generated names within the length that the service takes', () => {
    const logicalId = 'L'.repeat(80)
    const lengths = ['AWS::S3::Bucket', 'AWS::Lambda::Function', 'AWS::EKS::Cluster'].map(
      (type) => idOf(type, {}, logicalId).length,
    )
    expect(lengths).to.deep.equal([63, 64, 98])
  })

  it('ends names of first-in-first-out queues and topics as services demand', () => {
    expect([
      idOf('AWS::SQS::Queue', { FifoQueue: 'true' }).endsWith('.fifo'),
      idOf('AWS::SNS::Topic', { FifoTopic: true, TopicName: 'a.fifo' }),
    ]).to.deep.equal([true, 'arn:aws:sns:eu-west-1:123456789012:a.fifo'])
  })

  it('counts the revisions of what has the same name', () => {
    const type = 'AWS::ECS::TaskDefinition'
    const ids = [1, 2].map(() => {
      const physicalId = idOf(type, { Family: 'web' })
      makeLive(world, { place, type, physicalId, properties: { Family: 'web' }, attributes: {} })
      return physicalId
    })
    const arn = 'arn:aws:ecs:eu-west-1:123456789012:task-definition/web'
    expect(ids).to.deep.equal([`${arn}:1`, `${arn}:2`])
  })

  it('is the same for the same seed, another for another', () => {
    const ids = (seed: string): readonly string[] => {
      world = emptyWorld(seed)
      return [idOf('AWS::EC2::VPC'), idOf('AWS::EC2::VPC')]
    }
    expect(ids('a')).to.deep.equal(ids('a'))
    expect(new Set([...ids('a'), ...ids('b')]).size).to.equal(4)
  })

  it('goes on alike in a world that was written and read', () => {
    idOf('AWS::EC2::VPC')
    const read = JSON.parse(JSON.stringify(world)) as World
    const next = idOf('AWS::EC2::VPC')
    world = read
    expect(idOf('AWS::EC2::VPC')).to.equal(next)
  })
})
