import type { Case } from '../../finds.ts'
import { association, att, attachment, gateway, ref, route, routeTable, subnet, vpc } from './parts.ts'

const role = (service: string): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
  },
})
/** A network whose subnet `Net` has the routes given, and what is in it. */
const network = (routes: object, resources: object, net: object = {}): object => ({
  Resources: {
    Vpc: vpc,
    Gateway: gateway,
    Attachment: attachment,
    Table: routeTable,
    Net: subnet(0, net),
    Association: association('Net'),
    ...routes,
    ...resources,
  },
})
const toInternet = { Default: route({ GatewayId: ref('Gateway') }, { DependsOn: 'Attachment' }) }
const toNat = { Default: route({ NatGatewayId: { 'Fn::ImportValue': 'nat' } }) }
const group = {
  Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'Tasks', VpcId: ref('Vpc') } },
}
const service = (configuration: object, Cluster: unknown = ref('Cluster')): object => ({
  ...group,
  Cluster: { Type: 'AWS::ECS::Cluster' },
  Service: {
    Type: 'AWS::ECS::Service',
    Properties: {
      Cluster,
      LaunchType: 'FARGATE',
      TaskDefinition: { 'Fn::ImportValue': 'task' },
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          Subnets: [ref('Net')],
          SecurityGroups: [att('Group', 'GroupId')],
          ...configuration,
        },
      },
    },
  },
})
const endpoint = (type: string): object => ({
  Endpoint: {
    Type: 'AWS::EC2::VPCEndpoint',
    Properties: {
      VpcId: ref('Vpc'),
      VpcEndpointType: type,
      ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${type === 'Gateway' ? 's3' : 'ecr.dkr'}` },
      ...(type === 'Gateway' ? { RouteTableIds: [ref('Table')] } : { SubnetIds: [ref('Net')] }),
    },
  },
})
const provider = (others: object): object => ({
  ...group,
  Role: role('lambda.amazonaws.com'),
  Provider: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'python3.13',
      Handler: 'index.handler',
      Code: { ZipFile: 'import cfnresponse' },
      Role: att('Role', 'Arn'),
      VpcConfig: { SubnetIds: [ref('Net')], SecurityGroupIds: [att('Group', 'GroupId')] },
    },
  },
  ...others,
})
const custom = { Custom: { Type: 'Custom::Schema', Properties: { ServiceToken: att('Provider', 'Arn') } } }
const host = (script: string, more: object = {}): object => ({
  Host: {
    Type: 'AWS::EC2::Instance',
    Properties: {
      ImageId: 'ami-12345678',
      InstanceType: 'm7g.large',
      SubnetId: ref('Net'),
      UserData: { 'Fn::Base64': { 'Fn::Sub': `#!/bin/bash\n${script}\n` } },
      ...more,
    },
  },
})
const address = (others: object = {}): object => ({
  Resources: { Address: { Type: 'AWS::EC2::EIP', Properties: { Domain: 'vpc' } }, ...others },
})

export const wayOutFaults: readonly Case[] = [
  ['CFS1301', address(), { ...address(), Outputs: { Address: { Value: ref('Address') } } }],
  [
    'CFS1301',
    address(),
    address({
      Join: {
        Type: 'AWS::EC2::EIPAssociation',
        Properties: {
          AllocationId: att('Address', 'AllocationId'),
          NetworkInterfaceId: { 'Fn::ImportValue': 'interface' },
        },
      },
    }),
  ],
  ['CFS1302', network({}, service({})), network(toNat, service({}))],
  ['CFS1302', network({}, service({})), network({}, { ...service({}), ...endpoint('Interface') })],
  // An endpoint for S3 is enough for the answer of a function, and not for images.
  [
    'CFS1302',
    network({}, { ...service({}), ...endpoint('Gateway') }),
    network({}, { ...provider(custom), ...endpoint('Gateway') }),
  ],
  // A function that only speaks to its database needs no way out.
  ['CFS1302', network({}, provider(custom)), network({}, provider({}))],
  ['CFS1302', network({}, host('yum -y install httpd')), network({}, host('systemctl start httpd'))],
  // Routes of an exported table may be elsewhere.
  [
    'CFS1302',
    network({}, service({})),
    { ...network({}, service({})), Outputs: { Table: { Value: ref('Table'), Export: { Name: 'table' } } } },
  ],
  ['CFS1303', network(toInternet, service({})), network(toInternet, service({ AssignPublicIp: 'ENABLED' }))],
  [
    'CFS1303',
    network(toInternet, service({ AssignPublicIp: 'DISABLED' })),
    {
      ...network(toInternet, service({ AssignPublicIp: ref('Assign') })),
      Parameters: { Assign: { Type: 'String' } },
    },
  ],
  [
    'CFS1303',
    network(toInternet, host('/opt/aws/bin/cfn-init -v --stack ${AWS::StackName}')),
    network(toInternet, host('/opt/aws/bin/cfn-init -v --stack ${AWS::StackName}'), {
      MapPublicIpOnLaunch: true,
    }),
  ],
  ['CFS1303', network(toInternet, provider(custom)), network(toNat, provider(custom))],
]
