import { expect } from 'chai'
import type { PropertyModel, TypeModel } from '../../src/codegen/type-model.ts'
import { loadSpec } from '../../scripts/spec/load.ts'
import { patches } from '../../src/spec/patches.ts'

describe('the types of the specification', () => {
  const types = new Map<string, TypeModel>()
  before(async () => {
    for (const service of await loadSpec()) for (const type of service.types) types.set(type.type, type)
  })

  /** What `Type.Property` or `Type/Nested.Property` takes; `undefined` when anything. */
  function taken(place: string): readonly string[] | undefined {
    const [, type = '', nested, name] = /^([\w:]+)(?:\/(\w+))?\.(\w+)$/.exec(place) ?? []
    const model = types.get(type)
    const holder = nested === undefined ? model : model?.definitions.find((one) => one.name === nested)
    const property = holder?.properties.find((one): one is PropertyModel => one.name === name)
    if (property === undefined) throw new Error(`no ${place}`)
    return property.identities
  }

  it('take one kind where the property names it', () => {
    expect(taken('AWS::EC2::Subnet.VpcId')).to.deep.equal(['AWS::EC2::VPC'])
    expect(taken('AWS::EC2::NatGateway.AllocationId')).to.deep.equal(['AWS::EC2::EIP.AllocationId'])
    expect(taken('AWS::Lambda::Function.Role')).to.deep.equal(['AWS::IAM::Role.Arn'])
  })

  it('take the ARN where the name is listed', () => {
    expect(taken('AWS::ECS::Service.Cluster')).to.deep.equal(['AWS::ECS::Cluster', 'AWS::ECS::Cluster.Arn'])
    expect(taken('AWS::EFS::FileSystem.KmsKeyId')).to.include.members([
      'AWS::KMS::Key',
      'AWS::KMS::Key.Arn',
      'AWS::KMS::Alias',
    ])
    expect(taken('AWS::Logs::LogGroup.KmsKeyId')).to.deep.equal([
      'AWS::KMS::Key.Arn',
      'AWS::KMS::ReplicaKey.Arn',
    ])
  })

  it('take anything where the list holds examples', () => {
    const open = [
      'AWS::CloudWatch::Alarm.AlarmActions',
      'AWS::SNS::Subscription.Endpoint',
      'AWS::EC2::SecurityGroupIngress.CidrIp',
      'AWS::Events::Rule/Target.Arn',
      'AWS::Lambda::Permission.SourceArn',
      'AWS::ApiGateway::Method/Integration.Uri',
      'AWS::EC2::FlowLog.LogDestination',
      'AWS::CloudFront::Distribution/Origin.DomainName',
      'AWS::Route53::RecordSet/AliasTarget.HostedZoneId',
      'AWS::EC2::Instance/LaunchTemplateSpecification.Version',
    ]
    expect(open.filter((place) => taken(place) !== undefined)).to.deep.equal([])
  })

  it('take what the serverless transform makes', () => {
    expect(taken('AWS::ApiGateway::Resource.RestApiId')).to.deep.equal([
      'AWS::ApiGateway::RestApi',
      'AWS::Serverless::Api',
    ])
    const attributes = types
      .get('AWS::Serverless::Function')
      ?.attributes.map(({ name, identity }) => [name, identity])
    expect(attributes).to.deep.include(['Arn', 'AWS::Lambda::Function.Arn'])
  })

  it('leave attributes that name another resource open, unless a patch says what they are', () => {
    const attribute = (type: string, name: string): string | undefined =>
      types.get(type)?.attributes.find((one) => one.name === name)?.identity
    expect(attribute('AWS::EC2::Subnet', 'VpcId')).to.equal(undefined)
    expect(attribute('AWS::ElasticLoadBalancingV2::LoadBalancer', 'CanonicalHostedZoneID')).to.equal(
      undefined,
    )
    expect(attribute('AWS::EC2::VPC', 'DefaultSecurityGroup')).to.equal('AWS::EC2::SecurityGroup')
    expect(attribute('AWS::EC2::VPC', 'CidrBlock')).to.equal('AWS::EC2::VPC.CidrBlock')
  })

  it('are patched only in places that the specification has', () => {
    expect(() => Object.keys(patches.properties).map(taken)).to.not.throw()
    const attributes = [...types.values()].flatMap((type) =>
      type.attributes.map(({ name }) => `${type.type}.${name}`),
    )
    expect(Object.keys(patches.attributes).filter((place) => !attributes.includes(place))).to.deep.equal([])
    const { kin, refYields, openAttributes, openProperties, standsFor } = patches
    const named = [
      ...Object.entries(kin).flatMap(([identity, { also }]) => [identity, ...also]),
      ...Object.entries(standsFor).flatMap(([type, { becomes }]) => [type, becomes]),
      ...[refYields, openAttributes, openProperties].flatMap(Object.keys),
    ]
    expect(named.filter((identity) => !types.has(identity.replace(/\..*/, '')))).to.deep.equal([])
  })
})
