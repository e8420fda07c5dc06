import { itFinds } from '../finds.ts'

const isProd = { Prod: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] } }
const notProd = { ...isProd, NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] } }
const of = (Resources: object, more: object = {}): object => ({ Resources, ...more })
const resource = (Type: string, Properties: object, more: object = {}): object => ({
  Type,
  Properties,
  ...more,
})
const none = { Ref: 'AWS::NoValue' }

const vpc = resource('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' })
const subnet = (CidrBlock: unknown, more: object = {}): object =>
  resource('AWS::EC2::Subnet', { VpcId: { Ref: 'V' }, CidrBlock }, more)
const block = resource('AWS::EC2::VPCCidrBlock', { VpcId: { Ref: 'V' }, CidrBlock: '10.1.0.0/16' })
const endpoint = (VpcId: string, ServiceName = 'com.amazonaws.us-east-1.ssm'): object =>
  resource('AWS::EC2::VPCEndpoint', {
    VpcId,
    ServiceName,
    VpcEndpointType: 'Interface',
    PrivateDnsEnabled: true,
  })
const association = (SubnetId: unknown, more: object = {}): object =>
  resource('AWS::EC2::SubnetRouteTableAssociation', { SubnetId, RouteTableId: 'rtb-12345678' }, more)
const image = 'ami-12345678'
const launch = (data: object): object => resource('AWS::EC2::LaunchTemplate', { LaunchTemplateData: data })
const instance = (properties: object): object => resource('AWS::EC2::Instance', properties)
const launched = { LaunchTemplate: { LaunchTemplateId: { Ref: 'L' }, Version: '1' } }

const task = (NetworkMode: string, HostPort: unknown): object =>
  resource('AWS::ECS::TaskDefinition', {
    NetworkMode,
    ContainerDefinitions: [
      { Name: 'web', Image: 'a', Memory: 128, PortMappings: [{ ContainerPort: 80, HostPort }] },
    ],
  })
const group = (HealthCheckPort: unknown): object =>
  resource('AWS::ElasticLoadBalancingV2::TargetGroup', {
    Port: 80,
    Protocol: 'HTTP',
    VpcId: 'vpc-12345678',
    HealthCheckPort,
  })
const service = resource('AWS::ECS::Service', {
  TaskDefinition: { Ref: 'T' },
  LoadBalancers: [{ ContainerName: 'web', ContainerPort: 80, TargetGroupArn: { Ref: 'G' } }],
})

const listener = resource('AWS::ElasticLoadBalancingV2::Listener', {
  LoadBalancerArn: 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/1',
  Port: 80,
  Protocol: 'HTTP',
  DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: 'G' } }],
})

const replicas = (properties: object, CacheParameterGroupName: unknown = { Ref: 'P' }): object =>
  of({
    A: resource('AWS::ElastiCache::ReplicationGroup', {
      ReplicationGroupDescription: 'a',
      CacheParameterGroupName,
      ...properties,
    }),
    P: resource('AWS::ElastiCache::ParameterGroup', {
      CacheParameterGroupFamily: 'redis7',
      Description: 'a',
      Properties: { 'cluster-enabled': 'yes' },
    }),
  })

describe('the checks of networks, containers and caches', () => {
  itFinds([
    ['E3059', of({ V: vpc, S: subnet('10.1.0.0/24') }), of({ V: vpc, S: subnet('10.0.1.0/24') })],
    ['E3059', of({ V: vpc, S: subnet('10.0.0.0/8') }), of({ V: vpc, B: block, S: subnet('10.1.0.0/24') })],
    [
      'E3060',
      of({ V: vpc, S: subnet('10.0.0.0/24'), T: subnet('10.0.0.128/25') }),
      of({ V: vpc, S: subnet('10.0.0.0/24'), T: subnet('10.0.1.0/24') }),
    ],
    [
      'E3060',
      of(
        { V: vpc, S: subnet('10.0.0.0/24', { Condition: 'Prod' }), T: subnet('10.0.0.0/24') },
        { Conditions: isProd },
      ),
      of(
        {
          V: vpc,
          S: subnet('10.0.0.0/24', { Condition: 'Prod' }),
          T: subnet('10.0.0.0/24', { Condition: 'NotProd' }),
        },
        { Conditions: notProd },
      ),
    ],
    [
      'E3064',
      of({ A: endpoint('vpc-12345678'), B: endpoint('vpc-12345678') }),
      of({
        A: endpoint('vpc-12345678'),
        B: endpoint('vpc-87654321'),
        C: endpoint('vpc-12345678', 'com.amazonaws.us-east-1.logs'),
      }),
    ],
    [
      'E3022',
      of({ A: association({ Ref: 'S' }), B: association({ Ref: 'S' }), V: vpc, S: subnet('10.0.0.0/24') }),
      of({
        A: association('subnet-12345678'),
        B: association({ Ref: 'S' }),
        V: vpc,
        S: subnet('10.0.0.0/24'),
      }),
    ],
    [
      'E3022',
      of(
        { A: association('subnet-12345678', { Condition: 'Prod' }), B: association('subnet-12345678') },
        { Conditions: isProd },
      ),
      of(
        {
          A: association('subnet-12345678', { Condition: 'Prod' }),
          B: association('subnet-12345678', { Condition: 'NotProd' }),
        },
        { Conditions: notProd },
      ),
    ],
    ['E3673', of({ A: instance({ InstanceType: 't3.micro' }) }), of({ A: instance({ ImageId: image }) })],
    [
      'E3673',
      of({ A: instance(launched), L: launch({ InstanceType: 't3.micro' }) }),
      of({ A: instance(launched), L: launch({ ImageId: image }) }),
    ],
    [
      'E3053',
      of({ T: task('awsvpc', 8080) }),
      of({ T: task('awsvpc', '80'), U: task('bridge', 8080), W: task('awsvpc', none) }),
    ],
    [
      'E3049',
      of({ S: service, T: task('bridge', 0), G: group(8080), L: listener }),
      of({ S: service, T: task('bridge', 0), G: group('traffic-port'), L: listener }),
    ],
    [
      'E3026',
      replicas({ NumNodeGroups: 2, AutomaticFailoverEnabled: false }),
      replicas({ NumNodeGroups: 2, AutomaticFailoverEnabled: true }),
    ],
    ['E3026', replicas({ NumCacheClusters: 1 }), replicas({ NumCacheClusters: 2 })],
  ])
})
