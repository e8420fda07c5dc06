import { expect } from 'chai'
import { dhcpOptions, dnsZone, network, override, resolverAddress } from '../../src/index.ts'
import { idsOfType, propertiesOf, refusalOf, templateOf } from './template-of.ts'

describe('network()', () => {
  it('has one external route table, an internal one per zone, and a NAT gateway per zone', () => {
    const types = Object.values(templateOf(network('Net')).Resources).map((made) => made.Type)
    const count = (type: string) => types.filter((one) => one === `AWS::EC2::${type}`).length
    expect(
      ['VPC', 'InternetGateway', 'Subnet', 'RouteTable', 'Route', 'NatGateway', 'EIP'].map(count),
    ).to.deep.equal([1, 1, 6, 4, 4, 3, 3])
  })

  it('puts subnets where the plan says, and public addresses on external ones only', () => {
    const { Resources } = templateOf(network('Net'))
    const subnets = Object.entries(Resources).filter(([, made]) => made.Type === 'AWS::EC2::Subnet')
    expect(
      subnets.map(([id, made]) => [
        id,
        made.Properties?.['CidrBlock'],
        made.Properties?.['MapPublicIpOnLaunch'],
      ]),
    ).to.deep.equal([
      ['NetExternalASubnet', '10.30.32.0/20', true],
      ['NetInternalASubnet', '10.30.0.0/19', undefined],
      ['NetExternalBSubnet', '10.30.96.0/20', true],
      ['NetInternalBSubnet', '10.30.64.0/19', undefined],
      ['NetExternalCSubnet', '10.30.160.0/20', true],
      ['NetInternalCSubnet', '10.30.128.0/19', undefined],
    ])
  })

  it('sends nothing to the internet gateway before it is attached', () => {
    const { Resources } = templateOf(network('Net'))
    expect(Resources['NetExternalDefaultRoute']?.DependsOn).to.equal('NetGatewayAttachment')
    expect(Resources['NetNatAGateway']?.DependsOn).to.deep.equal([
      'NetExternalDefaultRoute',
      'NetExternalAAssociation',
    ])
  })

  it('sends every internal subnet through one gateway with nat: single', () => {
    const single = network('Net', { nat: 'single' })
    expect(idsOfType(single, 'AWS::EC2::NatGateway')).to.deep.equal(['NetNatGateway'])
    expect(single.routesOut.map((route) => propertiesOf({ single }, route.id)['NatGatewayId'])).to.deep.equal(
      [{ Ref: 'NetNatGateway' }, { Ref: 'NetNatGateway' }, { Ref: 'NetNatGateway' }],
    )
  })

  it('forwards through instances with nat: instances', () => {
    const net = network('Net', {
      zones: 2,
      nat: 'instances',
      natInstances: { elasticIp: true, keyName: 'ops' },
    })
    const instance = propertiesOf(net, 'NetNatAInstance')
    expect([instance['SourceDestCheck'], instance['InstanceType'], instance['KeyName']]).to.deep.equal([
      false,
      't4g.nano',
      'ops',
    ])
    expect(instance['MetadataOptions']).to.deep.equal({ HttpTokens: 'required' })
    expect(idsOfType(net, 'AWS::EC2::EIPAssociation')).to.have.length(2)
    expect(propertiesOf(net, 'NetInternalADefaultRoute')['InstanceId']).to.deep.equal({
      Ref: 'NetNatAInstance',
    })
    expect(propertiesOf(net, 'NetNatSecurityGroup')['SecurityGroupIngress']).to.deep.equal(
      ['10.30.0.0/19', '10.30.64.0/19'].flatMap((CidrIp) =>
        ['tcp', 'udp'].map((IpProtocol) => ({ IpProtocol, FromPort: 0, ToPort: 65535, CidrIp })),
      ),
    )
  })

  it('leaves internal subnets without a way out with nat: none', () => {
    const net = network('Net', { nat: 'none' })
    expect([net.routesOut, net.natAddresses]).to.deep.equal([[], []])
  })

  it('takes zones by name, and blocks of your own', () => {
    const blocks = [{ internal: '10.1.0.0/24', external: '10.1.1.0/24' }]
    const net = network('Net', { cidr: '10.1.0.0/16', zones: ['eu-west-1c'], blocks })
    expect(propertiesOf(net, 'NetInternalASubnet')['AvailabilityZone']).to.equal('eu-west-1c')
    expect(propertiesOf(net, 'NetInternalASubnet')['CidrBlock']).to.equal('10.1.0.0/24')
    expect(refusalOf(() => network('Net', { zones: 2, blocks }))).to.equal(
      'E_CIDR Cannot make a network: 1 pairs of blocks for 2 zones',
    )
  })

  it('lets a resource deep inside be changed', () => {
    const net = override(network('Net'), {
      zones: { 1: { internal: { subnet: { Properties: { CidrBlock: '10.30.80.0/20' } } } } },
    })
    expect(propertiesOf(net, 'NetInternalBSubnet')['CidrBlock']).to.equal('10.30.80.0/20')
    expect(net.internalSubnets[1]?.Properties?.CidrBlock).to.equal('10.30.80.0/20')
  })
})

describe('dhcpOptions() and dnsZone()', () => {
  it('search stack.local through the network’s own server', () => {
    expect(propertiesOf(dhcpOptions('Dhcp', { vpc: 'vpc-1' }), 'DhcpOptions')).to.deep.include({
      DomainName: 'stack.local',
      DomainNameServers: ['AmazonProvidedDNS'],
    })
    expect(resolverAddress('10.30.0.0/16')).to.equal('10.30.0.2')
  })

  it('make a private zone for a network, and a public one without', () => {
    expect(propertiesOf(dnsZone('Zone', { vpc: 'vpc-1' }), 'ZoneHostedZone')).to.deep.equal({
      Name: 'stack.local',
      VPCs: [{ VPCId: 'vpc-1', VPCRegion: { Ref: 'AWS::Region' } }],
    })
    expect(propertiesOf(dnsZone('Zone', { domainName: 'example.com' }), 'ZoneHostedZone')).to.deep.equal({
      Name: 'example.com',
    })
  })
})
