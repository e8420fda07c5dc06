import { expect } from 'chai'
import { foundation } from '../../src/index.ts'
import { idsOfType, propertiesOf, templateOf } from './template-of.ts'

describe('foundation()', () => {
  it('makes a whole base of nothing but a name, all of it under the name', () => {
    const { Resources, Outputs } = templateOf(foundation('Base'))
    expect(Object.keys(Resources).filter((id) => !id.startsWith('Base'))).to.deep.equal([])
    expect(Object.keys(Outputs ?? {})).to.deep.equal([
      'BaseBastionIp',
      'BaseRegion',
      'BaseAvailabilityZones',
      'BaseEnvironment',
      'BaseDomainName',
      'BaseZoneId',
      'BaseVpcId',
      'BaseVpcSecurityGroup',
      'BaseInternalSubnets',
      'BaseExternalSubnets',
      'BaseInternalRouteTables',
      'BaseExternalRouteTable',
      'BaseNatAddresses',
      'BaseInternalLoadBalancerGroup',
      'BaseExternalLoadBalancerGroup',
      'BaseHostRole',
      'BaseHostRoleArn',
      'BaseLogBucket',
      'BaseClusterName',
      'BaseClusterHostGroup',
    ])
  })

  it('opens no port to the world, and needs no key pair', () => {
    const base = foundation('')
    expect(JSON.stringify(templateOf(base).Resources)).to.not.match(/"CidrIp":"0\.0\.0\.0\/0"|KeyName/)
  })

  it('passes every part its options', () => {
    const base = foundation('', {
      environment: 'staging',
      keyName: 'ops',
      domainName: 'inside.example',
      nameServers: ['10.31.0.2'],
      hostsReachableFrom: ['sg-0a1b2c3d4e5f60718'],
      network: { cidr: '10.31.0.0/16', zones: 2, nat: 'single' },
      access: { sshFrom: ['203.0.113.0/24'], publicFrom: ['0.0.0.0/0'] },
      bastion: { instanceType: 't4g.nano', elasticIp: false },
      hostRole: { sessionManager: false },
      cluster: { minSize: 1, maxSize: 4, desiredCapacity: 2, clusterName: 'main' },
      logs: { expire: true },
    })
    expect(propertiesOf(base, 'DhcpOptions')).to.deep.include({
      DomainName: 'inside.example',
      DomainNameServers: ['10.31.0.2'],
    })
    expect(idsOfType(base, 'AWS::EC2::NatGateway')).to.deep.equal(['NetNatGateway'])
    expect(propertiesOf(base, 'BastionInstance')).to.include({ InstanceType: 't4g.nano', KeyName: 'ops' })
    expect(propertiesOf(base, 'MainHosts')).to.include({ MinSize: '1', MaxSize: '4', DesiredCapacity: '2' })
    expect(propertiesOf(base, 'MainHostSecurityGroup')['SecurityGroupIngress']).to.have.length(4)
    expect(propertiesOf(base, 'LogsBucket')['LifecycleConfiguration'].Rules[0].Status).to.equal('Enabled')
    expect(templateOf(base).Outputs?.['Environment']?.Value).to.equal('staging')
  })
})
