import { expect } from 'chai'
import { segmentParts } from '../../stacks/segment.ts'
import { compose, stack, type Template } from 'cfstack'

function templateOf(options?: Parameters<typeof segmentParts>[0]): Template {
  const [composed] = compose([stack('segment', {}, segmentParts(options))])
  if (composed === undefined) throw new Error('compose() returned nothing')
  return composed.template
}

describe('the segment stack', () => {
  const template = templateOf()
  const count = (type: string, of = template) =>
    Object.values(of.Resources).filter((made) => made.Type === type).length

  it('is the whole base, with a service and a worker on it', () => {
    expect(Object.keys(template.Resources)).to.have.length(65)
    expect(
      ['EC2::NatGateway', 'EC2::EIP', 'EC2::SecurityGroup', 'ECS::Service', 'CloudWatch::Alarm'].map((type) =>
        count(`AWS::${type}`),
      ),
    ).to.deep.equal([3, 4, 5, 2, 4])
  })

  it('tells the rest of the world what the original told it', () => {
    expect(Object.keys(template.Outputs ?? {})).to.deep.equal([
      'BastionIp',
      'Region',
      'AvailabilityZones',
      'Environment',
      'DomainName',
      'ZoneId',
      'VpcId',
      'VpcSecurityGroup',
      'InternalSubnets',
      'ExternalSubnets',
      'InternalRouteTables',
      'ExternalRouteTable',
      'NatAddresses',
      'InternalLoadBalancerGroup',
      'ExternalLoadBalancerGroup',
      'HostRole',
      'HostRoleArn',
      'LogBucket',
      'ClusterName',
      'ClusterHostGroup',
    ])
  })

  it('asks for a key pair, in groups with labels', () => {
    expect(template.Parameters?.['KeyName']).to.deep.equal({
      Type: 'AWS::EC2::KeyPair::KeyName',
      Description: 'Key pair for SSH to the bastion and the hosts',
    })
    const form = template.Metadata?.['AWS::CloudFormation::Interface'] as {
      ParameterGroups: { Label: object }[]
    }
    expect(form.ParameterGroups.map((group) => group.Label)).to.deep.equal([
      { default: 'General' },
      { default: 'Bastion' },
      { default: 'Cluster' },
    ])
  })

  it('names no partition, region, account or zone, and nothing physical', () => {
    const { Mappings: _, ...rest } = template
    const text = JSON.stringify(rest)
    expect(text).not.to.match(/arn:aws|\b[a-z]{2}-[a-z]+-\d\b|\b\d{12}\b/)
    expect(text).not.to.match(
      /"(BucketName|RoleName|ClusterName|ServiceName|GroupName|LogGroupName|Family)":"/,
    )
  })

  it('is open to nobody until asked', () => {
    const open = Object.values(template.Resources).filter((made) =>
      JSON.stringify(made).includes('"CidrIp":"0.0.0.0/0"'),
    )
    expect(open).to.deep.equal([])
    expect(JSON.stringify(templateOf({ sshFrom: ['203.0.113.0/24'] }))).to.contain('203.0.113.0/24')
  })

  it('lets the bastion reach hosts', () => {
    expect(template.Resources['BastionInstance']?.Properties?.['SecurityGroupIds']).to.deep.include({
      Ref: 'NetInternalSsh',
    })
    expect(template.Resources['MainHostSecurityGroup']?.Properties?.['SecurityGroupIngress']).to.deep.include(
      {
        IpProtocol: '-1',
        SourceSecurityGroupId: { Ref: 'NetInternalSsh' },
      },
    )
  })

  it('starts hosts only when they can reach ECS, and services only when there are hosts', () => {
    expect(template.Resources['MainHosts']?.DependsOn).to.deep.equal(
      ['A', 'B', 'C'].map((zone) => `NetInternal${zone}DefaultRoute`),
    )
    expect(template.Resources['NginxService']?.DependsOn).to.deep.equal(['NginxHttpListener', 'MainHosts'])
  })

  it('does without elastic IPs and NAT gateways', () => {
    const lite = templateOf({ nat: 'instances', elasticIps: false })
    expect(
      ['EC2::EIP', 'EC2::NatGateway', 'ElasticLoadBalancing::LoadBalancer'].map((type) =>
        count(`AWS::${type}`, lite),
      ),
    ).to.deep.equal([0, 0, 0])
    expect(Object.keys(lite.Resources)).to.have.length(62)
  })
})
