import { expect } from 'chai'
import { bastion, instanceRole, securityGroups, serviceRole } from '../../src/index.ts'
import { idsOfType, propertiesOf, templateOf } from './template-of.ts'

const vpc = { vpc: 'vpc-1', cidr: '10.30.0.0/16' }
const ingress = (options: object, id: string) =>
  propertiesOf(securityGroups('Net', { ...vpc, ...options }), id)['SecurityGroupIngress']

describe('securityGroups()', () => {
  it('open nothing to the world by default', () => {
    expect(JSON.stringify(templateOf(securityGroups('Net', vpc)))).not.to.contain('0.0.0.0/0')
    expect([ingress({}, 'NetExternalLoadBalancer'), ingress({}, 'NetExternalSsh')]).to.deep.equal([
      undefined,
      undefined,
    ])
  })

  it('let the network reach internal load balancers on 80, and the bastion reach hosts on 22', () => {
    expect(ingress({}, 'NetInternalLoadBalancer')).to.deep.equal([
      { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '10.30.0.0/16' },
    ])
    expect(ingress({}, 'NetInternalSsh')).to.deep.equal([
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, SourceSecurityGroupId: { Ref: 'NetExternalSsh' } },
    ])
  })

  it('open 80 and 443 of public load balancers, and 22 of the bastion, to whom is named', () => {
    expect(ingress({ publicFrom: ['0.0.0.0/0'] }, 'NetExternalLoadBalancer')).to.deep.equal(
      [80, 443].map((port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: '0.0.0.0/0' })),
    )
    expect(ingress({ sshFrom: ['203.0.113.0/24'] }, 'NetExternalSsh')).to.deep.equal([
      { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '203.0.113.0/24' },
    ])
  })

  it('add extra rules to their own', () => {
    const rule = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.0.0.0/8' }
    expect(ingress({ extra: { internalLoadBalancer: [rule] } }, 'NetInternalLoadBalancer')).to.have.length(2)
  })
})

describe('bastion()', () => {
  const options = { subnet: 'subnet-1', securityGroups: ['sg-1'] }

  it('lets Session Manager in, asks for IMDSv2 and encrypts its volume', () => {
    const template = templateOf(bastion('Bastion', options))
    expect(Object.keys(template.Resources)).to.deep.equal([
      'BastionRole',
      'BastionProfile',
      'BastionInstance',
      'BastionAddress',
    ])
    expect(template.Resources['BastionInstance']?.Properties).to.deep.include({
      InstanceType: 't4g.micro',
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64}}',
      IamInstanceProfile: { Ref: 'BastionProfile' },
      MetadataOptions: { HttpTokens: 'required' },
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, VolumeSize: 8, VolumeType: 'gp3' } },
      ],
    })
    expect(template.Resources['BastionRole']?.Properties?.['ManagedPolicyArns']).to.deep.equal([
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore' },
    ])
    expect(template.Outputs?.['BastionIp']?.Value).to.deep.equal({ Ref: 'BastionAddress' })
  })

  it('takes an existing profile, a key, and the address of its subnet', () => {
    const made = bastion('Bastion', { ...options, instanceProfile: 'ops', keyName: 'ops', elasticIp: false })
    expect(Object.keys(templateOf(made).Resources)).to.deep.equal(['BastionInstance'])
    expect(propertiesOf(made, 'BastionInstance')).to.deep.include({
      IamInstanceProfile: 'ops',
      KeyName: 'ops',
    })
  })
})

describe('roles', () => {
  it('name AWS’s own policies in any partition', () => {
    const role = instanceRole('Host', { managedPolicies: ['arn:aws:iam::123456789012:policy/Extra'] })
    expect(propertiesOf(role, 'HostRole')['ManagedPolicyArns']).to.deep.equal([
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role' },
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore' },
      'arn:aws:iam::123456789012:policy/Extra',
    ])
    expect(idsOfType(role, 'AWS::IAM::InstanceProfile')).to.deep.equal(['HostProfile'])
    expect(propertiesOf(serviceRole('Ecs'), 'EcsRole')['AssumeRolePolicyDocument']).to.deep.equal({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: 'ecs.amazonaws.com' }, Action: 'sts:AssumeRole' }],
    })
  })
})
