import { fargate, hosted, staged, type Draft } from './bases.ts'
import type { WiringCase } from './case.ts'

const noValue = { Ref: 'AWS::NoValue' }
const idOf = (group: string): object => ({ 'Fn::GetAtt': [group, 'GroupId'] })
const tcp = (port: number, more: object): object => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  ...more,
})

/** A database that the service is told of. */
function withDatabase({ Parameters, Resources }: Draft, ...ingress: readonly object[]): any {
  Parameters.DatabaseSubnets = { Type: 'String' }
  Resources.DatabaseGroup = {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: { GroupDescription: 'Database', VpcId: { Ref: 'Vpc' }, SecurityGroupIngress: ingress },
  }
  Resources.Database = {
    Type: 'AWS::RDS::DBInstance',
    DeletionPolicy: 'Snapshot',
    UpdateReplacePolicy: 'Snapshot',
    Properties: {
      Engine: 'postgres',
      DBInstanceClass: 'db.t4g.micro',
      AllocatedStorage: '20',
      StorageEncrypted: true,
      MasterUsername: 'app',
      ManageMasterUserPassword: true,
      DBSubnetGroupName: { Ref: 'DatabaseSubnets' },
      VPCSecurityGroups: [idOf('DatabaseGroup')],
    },
  }
  Resources.Task.Properties.ContainerDefinitions[0].Environment = [
    { Name: 'DB_HOST', Value: { 'Fn::GetAtt': ['Database', 'Endpoint.Address'] } },
  ]
  return Resources
}

export const paths: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS1401',
      level: 'warning',
      path: 'Resources.ServiceGroup',
      message:
        'Load balancer "Balancer" sends traffic to port 8080 of "Service", security group "ServiceGroup" does not let it in from "BalancerGroup"',
      hint: 'Add an ingress rule to "ServiceGroup": tcp, port 8080 from "BalancerGroup"',
    },
    fails: fargate(({ Resources }) => {
      Object.assign(Resources.ServiceGroup.Properties.SecurityGroupIngress[0], { FromPort: 80, ToPort: 80 })
    }),
    silent: {
      'a rule of its own lets it in': fargate(({ Resources }) => {
        delete Resources.ServiceGroup.Properties.SecurityGroupIngress
        Resources.Rule = {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            GroupId: idOf('ServiceGroup'),
            ...tcp(8080, { SourceSecurityGroupId: idOf('BalancerGroup') }),
          },
        }
      }),
      'addresses are let in': fargate(({ Resources }) => {
        Resources.ServiceGroup.Properties.SecurityGroupIngress = [tcp(8080, { CidrIp: '10.0.0.0/8' })]
      }),
      'a prefix list is let in': fargate(({ Resources }) => {
        Resources.ServiceGroup.Properties.SecurityGroupIngress = [
          { IpProtocol: '-1', SourcePrefixListId: 'pl-1a2b3c4d' },
        ]
      }),
      'one of its groups is imported': fargate(({ Resources }) => {
        delete Resources.ServiceGroup.Properties.SecurityGroupIngress
        Resources.Service.Properties.NetworkConfiguration.AwsvpcConfiguration.SecurityGroups.push({
          'Fn::ImportValue': 'services',
        })
      }),
      'another stack may add rules': fargate((draft) => {
        delete draft.Resources.ServiceGroup.Properties.SecurityGroupIngress
        draft.Outputs = { Group: { Value: idOf('ServiceGroup'), Export: { Name: 'service' } } }
      }),
      'the port is a parameter': fargate((draft) => {
        draft.Parameters.Port = { Type: 'Number', Default: 80 }
        Object.assign(draft.Resources.ServiceGroup.Properties.SecurityGroupIngress[0], {
          FromPort: { Ref: 'Port' },
          ToPort: { Ref: 'Port' },
        })
      }),
      'another load balancer in each case': fargate((draft) => {
        const { Resources } = staged(draft)
        for (const id of ['Balancer', 'BalancerGroup'])
          Resources[`Other${id}`] = structuredClone(Resources[id])
        Resources.OtherBalancer.Properties.SecurityGroups = [idOf('OtherBalancerGroup')]
        Resources.Listener.Properties.LoadBalancerArn = {
          'Fn::If': ['Prod', { Ref: 'Balancer' }, { Ref: 'OtherBalancer' }],
        }
        const from = (group: string): object => tcp(8080, { SourceSecurityGroupId: idOf(group) })
        Resources.ServiceGroup.Properties.SecurityGroupIngress = [
          { 'Fn::If': ['Prod', from('BalancerGroup'), from('OtherBalancerGroup')] },
        ]
      }),
      'the rule is there when the service is': fargate((draft) => {
        const { ServiceGroup, Service } = staged(draft).Resources
        Service.Condition = 'Prod'
        ServiceGroup.Properties.SecurityGroupIngress = [
          { 'Fn::If': ['NotProd', noValue, ServiceGroup.Properties.SecurityGroupIngress[0]] },
        ]
      }),
    },
  },
  {
    finds: {
      code: 'CFS1401',
      level: 'warning',
      path: 'Resources.HostGroup',
      message:
        'Load balancer "Balancer" sends traffic to ports 32768 to 60999 of "Service", security group "HostGroup" does not let it in from "BalancerGroup"',
      hint: 'Add an ingress rule to "HostGroup": tcp, ports 32768 to 60999 from "BalancerGroup"',
    },
    fails: hosted(({ Resources }) => {
      Object.assign(Resources.HostGroup.Properties.SecurityGroupIngress[0], { FromPort: 80, ToPort: 80 })
    }),
    silent: {
      'the port of the host is fixed': hosted(({ Resources }) => {
        Object.assign(Resources.HostGroup.Properties.SecurityGroupIngress[0], { FromPort: 80, ToPort: 80 })
        Resources.Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort = 80
        Resources.Service.Properties.DesiredCount = 1
      }),
      'the hosts are of a cluster elsewhere': hosted((draft) => {
        delete draft.Resources.HostGroup.Properties.SecurityGroupIngress
        draft.Resources.Service.Properties.Cluster = { 'Fn::ImportValue': 'cluster' }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1401',
      level: 'warning',
      path: 'Resources.HostGroup',
      message:
        'Load balancer "Balancer" sends traffic to port 8443 of "Hosts", security group "HostGroup" does not let it in from "BalancerGroup"',
      hint: 'Add an ingress rule to "HostGroup": tcp, port 8443 from "BalancerGroup"',
    },
    fails: hosted(({ Resources }) => {
      delete Resources.Service
      delete Resources.Task
      Resources.Targets.Properties.Port = 8443
      Resources.Hosts.Properties.TargetGroupARNs = [{ Ref: 'Targets' }]
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1401',
      level: 'warning',
      path: 'Resources.ServiceGroup',
      message:
        'Load balancer "Balancer" sends traffic to port 8080 of "Service", security group "ServiceGroup" does not let it in from addresses',
      hint: 'Add an ingress rule to "ServiceGroup": tcp, port 8080 from addresses',
    },
    fails: fargate(({ Resources }) => {
      Resources.Balancer.Properties = { Type: 'network', Subnets: { Ref: 'Subnets' } }
      Resources.Targets.Properties.Protocol = 'TCP'
      Resources.Listener.Properties.Protocol = 'TCP'
    }),
    silent: {
      'an application load balancer has the default group': fargate(({ Resources }) => {
        delete Resources.Balancer.Properties.SecurityGroups
      }),
    },
  },
  {
    finds: {
      code: 'CFS1402',
      level: 'warning',
      path: 'Resources.BalancerGroup',
      message:
        'Load balancer "Balancer" sends traffic to port 8080 of "Service", security group "BalancerGroup" does not let it out',
      hint: 'Add an egress rule to "BalancerGroup": tcp, port 8080',
    },
    fails: fargate(({ Resources }) => {
      Resources.BalancerGroup.Properties.SecurityGroupEgress = [tcp(443, { CidrIp: '0.0.0.0/0' })]
    }),
    silent: {
      'another of its groups is imported': fargate(({ Resources }) => {
        Resources.BalancerGroup.Properties.SecurityGroupEgress = [tcp(443, { CidrIp: '0.0.0.0/0' })]
        Resources.Balancer.Properties.SecurityGroups.push({ 'Fn::ImportValue': 'balancers' })
      }),
      'egress is limited in a case without the service': fargate((draft) => {
        const { BalancerGroup, Service } = staged(draft).Resources
        Service.Condition = 'NotProd'
        BalancerGroup.Properties.SecurityGroupEgress = {
          'Fn::If': ['Prod', [tcp(443, { CidrIp: '0.0.0.0/0' })], noValue],
        }
      }),
      'a rule of its own lets it out, beside one that forbids the rest': fargate(({ Resources }) => {
        Resources.BalancerGroup.Properties.SecurityGroupEgress = [
          { IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' },
        ]
        Resources.Out = {
          Type: 'AWS::EC2::SecurityGroupEgress',
          Properties: {
            GroupId: idOf('BalancerGroup'),
            ...tcp(8080, { DestinationSecurityGroupId: idOf('ServiceGroup') }),
          },
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1403',
      level: 'warning',
      path: 'Resources.DatabaseGroup',
      message:
        '"Service" connects to "Database" at port 5432, security group "DatabaseGroup" does not let it in from "ServiceGroup"',
      hint: 'Add an ingress rule to "DatabaseGroup": tcp, port 5432 from "ServiceGroup"',
    },
    fails: fargate((draft) => {
      withDatabase(draft, tcp(3306, { SourceSecurityGroupId: idOf('ServiceGroup') }))
    }),
    silent: {
      'the service is let in': fargate((draft) => {
        withDatabase(draft, tcp(5432, { SourceSecurityGroupId: idOf('ServiceGroup') }))
      }),
      'the port is a parameter': fargate((draft) => {
        const { Database } = withDatabase(draft, tcp(3306, { SourceSecurityGroupId: idOf('ServiceGroup') }))
        draft.Parameters.Port = { Type: 'Number' }
        Database.Properties.Port = { Ref: 'Port' }
      }),
      'nobody is told of it': fargate((draft) => {
        const { Task } = withDatabase(draft)
        delete Task.Properties.ContainerDefinitions[0].Environment
      }),
      'the group of the database is elsewhere': fargate((draft) => {
        withDatabase(draft).Database.Properties.VPCSecurityGroups.push({ 'Fn::ImportValue': 'data' })
      }),
    },
  },
  {
    finds: {
      code: 'CFS1403',
      level: 'warning',
      path: 'Resources.DatabaseGroup',
      message:
        '"Report" connects to "Database" at port 6000, security group "DatabaseGroup" does not let it in from "BalancerGroup"',
      hint: 'Add an ingress rule to "DatabaseGroup": tcp, port 6000 from "BalancerGroup"',
    },
    fails: fargate((draft) => {
      const resources = withDatabase(draft, tcp(6000, { SourceSecurityGroupId: idOf('ServiceGroup') }))
      resources.Database.Properties.Port = '6000'
      resources.Report = {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Role: { 'Fn::GetAtt': ['ExecutionRole', 'Arn'] },
          Code: { ZipFile: 'exports.handler = async () => {}' },
          VpcConfig: { SubnetIds: { Ref: 'Subnets' }, SecurityGroupIds: [idOf('BalancerGroup')] },
          Environment: { Variables: { HOST: { 'Fn::Sub': '${Database.Endpoint.Address}' } } },
        },
      }
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1404',
      level: 'warning',
      path: 'Resources.ServiceGroup',
      message:
        '"Service" connects to "Database" at port 5432, security group "ServiceGroup" does not let it out',
      hint: 'Add an egress rule to "ServiceGroup": tcp, port 5432',
    },
    fails: fargate((draft) => {
      const { ServiceGroup } = withDatabase(draft, tcp(5432, { SourceSecurityGroupId: idOf('ServiceGroup') }))
      ServiceGroup.Properties.SecurityGroupEgress = [tcp(443, { CidrIp: '0.0.0.0/0' })]
    }),
    silent: {
      'the way out is open in every case': fargate((draft) => {
        const { ServiceGroup } = withDatabase(
          staged(draft),
          tcp(5432, { SourceSecurityGroupId: idOf('ServiceGroup') }),
        )
        const out = (peer: object): object => ({ IpProtocol: '-1', ...peer })
        ServiceGroup.Properties.SecurityGroupEgress = [
          {
            'Fn::If': [
              'Prod',
              out({ DestinationSecurityGroupId: idOf('DatabaseGroup') }),
              out({ CidrIp: '0.0.0.0/0' }),
            ],
          },
        ]
      }),
    },
  },
  {
    finds: {
      code: 'CFS1403',
      level: 'warning',
      path: 'Resources.FilesGroup',
      message:
        '"Service" connects to "Files" at port 2049, security group "FilesGroup" does not let it in from "ServiceGroup"',
      hint: 'Add an ingress rule to "FilesGroup": tcp, port 2049 from "ServiceGroup"',
    },
    fails: fargate(({ Parameters, Resources }) => {
      Parameters.Subnet = { Type: 'AWS::EC2::Subnet::Id' }
      Resources.FilesGroup = {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: { GroupDescription: 'Files', VpcId: { Ref: 'Vpc' } },
      }
      Resources.Files = {
        Type: 'AWS::EFS::FileSystem',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: { Encrypted: true },
      }
      Resources.Mount = {
        Type: 'AWS::EFS::MountTarget',
        Properties: {
          FileSystemId: { Ref: 'Files' },
          SubnetId: { Ref: 'Subnet' },
          SecurityGroups: [idOf('FilesGroup')],
        },
      }
      Resources.Task.Properties.Volumes = [
        { Name: 'files', EFSVolumeConfiguration: { FilesystemId: { Ref: 'Files' } } },
      ]
    }),
    silent: {},
  },
]
