import { expect } from 'chai'
import { flowLogs, vpcEndpoints } from '../../src/index.ts'
import { existing, idsOfType, propertiesOf } from './template-of.ts'

describe('flowLogs()', () => {
  it('notes what is refused, by a role that may write that group only', () => {
    const made = flowLogs('Net', { vpc: existing.vpc })
    expect(propertiesOf(made, 'NetFlowLog')).to.deep.include({
      ResourceType: 'VPC',
      ResourceId: existing.vpc,
      TrafficType: 'REJECT',
      LogGroupName: { Ref: 'NetFlowLogGroup' },
    })
    const [write] = propertiesOf(made, 'NetFlowLogRole')['Policies'][0].PolicyDocument.Statement
    expect(write.Resource).to.deep.equal({ 'Fn::GetAtt': ['NetFlowLogGroup', 'Arn'] })
  })
})

describe('vpcEndpoints()', () => {
  const network = { ...existing, cidr: '10.30.0.0/16', routeTables: ['rtb-0a1b2c3d4e5f60718'] }

  it('has what ECS hosts need without a way out', () => {
    const made = vpcEndpoints('Net', network)
    expect(idsOfType(made, 'AWS::EC2::VPCEndpoint')).to.deep.equal([
      'NetS3Endpoint',
      'NetEcsEndpoint',
      'NetEcsAgentEndpoint',
      'NetEcsTelemetryEndpoint',
      'NetEcrApiEndpoint',
      'NetEcrDkrEndpoint',
      'NetLogsEndpoint',
      'NetSecretsmanagerEndpoint',
      'NetSsmEndpoint',
      'NetSsmmessagesEndpoint',
      'NetEc2messagesEndpoint',
    ])
    expect(propertiesOf(made, 'NetEcrApiEndpoint')).to.deep.equal({
      VpcEndpointType: 'Interface',
      VpcId: existing.vpc,
      ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.ecr.api' },
      SubnetIds: existing.subnets,
      SecurityGroupIds: [{ Ref: 'NetEndpointSecurityGroup' }],
      PrivateDnsEnabled: true,
    })
  })

  it('has gateways alone when no services are asked for', () => {
    const made = vpcEndpoints('Net', { ...network, services: [], gateways: ['s3', 'dynamodb'] })
    expect(idsOfType(made, 'AWS::EC2::VPCEndpoint')).to.deep.equal(['NetS3Endpoint', 'NetDynamodbEndpoint'])
    expect(idsOfType(made, 'AWS::EC2::SecurityGroup')).to.deep.equal([])
  })
})
