/** Templates with very many cases, of the kind that nobody writes by hand: names to templates. */
export const manyCases: { readonly [name: string]: () => object } = {
  'an Fn::If of three levels in every value of sixty services': () => services(60, 3),
  'an Fn::If of five levels in every value of twenty services': () => services(20, 5),
  'four thousand routes that wait for each other': () =>
    waitingRoutes((i) => (i === 0 ? [] : [`Route${i - 1}`])),
  'routes that wait for each other in circles': () =>
    waitingRoutes((i) => [`Route${(i + 1) % 4000}`, `Route${(i * 7 + 1) % 4000}`]),
  'a policy of sixteen thousand patterns': () =>
    withPolicy([
      { Effect: 'Allow', Action: numbered(8000, (i) => `s3:Get*Obj*${i}*`), Resource: 'arn:aws:s3:::a' },
      { Effect: 'Allow', Action: numbered(8000, (i) => `s3:*G${i}*t*`), Resource: 'arn:aws:s3:::a/*' },
      { Effect: 'Allow', Action: numbered(8000, () => 's3:GetObject*'), Resource: 'arn:aws:s3:::a' },
    ]),
  'a policy of six thousand statements': () => manyStatements(),
  'texts that stand in each other': () => ({ Resources: { Host: host({ 'Fn::Base64': laughing(8) }) } }),
  'user data that begins a command again and again': () => ({
    Resources: { Host: host({ 'Fn::Base64': 'yum -;'.repeat(40_000) }) },
  }),
  'six thousand subnets of one network': () => ({
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/8' } },
      ...named(6000, 'Subnet', (i) => ({
        Type: 'AWS::EC2::Subnet',
        Properties: {
          VpcId: { Ref: 'Vpc' },
          CidrBlock: { 'Fn::Select': [i % 200, { 'Fn::Cidr': ['10.0.0.0/8', 256, 8] }] },
        },
      })),
    },
  }),
  'security groups with a thousand rules each way': () => securityGroups(20, 1000),
}

/** One policy of six thousand statements that all lack something. */
export function manyStatements(): { readonly Resources: object } {
  const statement = (i: number): object => ({
    Effect: 'Allow',
    Action: 's3:List*',
    Resource: `arn:aws:s3:::b${i}`,
  })
  return withPolicy(numbered(6000, statement))
}

function numbered<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

function named(count: number, name: string, make: (index: number) => unknown): object {
  return Object.fromEntries(numbered(count, (index) => [`${name}${index}`, make(index)]))
}

const conditions = {
  Parameters: named(40, 'P', () => ({ Type: 'String' })),
  Conditions: named(40, 'C', (i) => ({ 'Fn::Equals': [{ Ref: `P${i}` }, 'a'] })),
}

/** A value in so many levels of `Fn::If`, each of another condition. */
function nested(levels: number, make: (index: number) => unknown, index = 1): unknown {
  if (levels === 0) return make(index)
  const inner = [0, 1].map((side) => nested(levels - 1, make, index * 2 + side))
  return { 'Fn::If': [`C${index % 40}`, ...inner] }
}

function services(count: number, levels: number): object {
  const cases = (make: (index: number) => unknown): unknown => nested(levels, make)
  const Resources = {
    Balancer: {
      Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      Properties: { SecurityGroups: [{ Ref: 'Group' }] },
    },
    Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: 'a' } },
    ...named(count, 'Task', () => ({
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        NetworkMode: cases((i) => (i % 2 === 0 ? 'bridge' : 'awsvpc')),
        ContainerDefinitions: [
          {
            Name: cases((i) => `app${i % 3}`),
            PortMappings: [{ ContainerPort: cases((i) => 80 + (i % 4)) }],
          },
        ],
      },
    })),
    ...named(count, 'Target', () => ({
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: {
        Port: cases((i) => i),
        Protocol: 'HTTP',
        HealthCheckPort: cases((i) => 80 + (i % 5)),
        HealthCheckIntervalSeconds: cases((i) => 5 + (i % 30)),
      },
    })),
    ...named(count, 'Service', (service) => ({
      Type: 'AWS::ECS::Service',
      Properties: {
        TaskDefinition: cases(() => ({ Ref: `Task${service}` })),
        HealthCheckGracePeriodSeconds: cases((i) => i % 40),
        LoadBalancers: [
          {
            ContainerName: cases((i) => `app${i % 4}`),
            ContainerPort: cases((i) => 80 + (i % 7)),
            TargetGroupArn: cases(() => ({ Ref: `Target${service}` })),
          },
        ],
      },
    })),
    ...named(count, 'Listener', (service) => ({
      Type: 'AWS::ElasticLoadBalancingV2::Listener',
      Properties: {
        LoadBalancerArn: cases(() => ({ Ref: 'Balancer' })),
        DefaultActions: [{ Type: 'forward', TargetGroupArn: cases(() => ({ Ref: `Target${service}` })) }],
      },
    })),
  }
  return { ...conditions, Resources }
}

function waitingRoutes(before: (index: number) => readonly string[]): object {
  return {
    Resources: {
      Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
      Gateway: { Type: 'AWS::EC2::InternetGateway' },
      ...named(4000, 'Route', (i) => ({
        Type: 'AWS::EC2::Route',
        Properties: { GatewayId: { Ref: 'Gateway' } },
        DependsOn: before(i),
      })),
      Attachment: {
        Type: 'AWS::EC2::VPCGatewayAttachment',
        Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
      },
    },
  }
}

function withPolicy(Statement: readonly object[]): { readonly Resources: object } {
  const Properties = { PolicyName: 'a', PolicyDocument: { Version: '2012-10-17', Statement } }
  return { Resources: { Policy: { Type: 'AWS::IAM::Policy', Properties } } }
}

function host(UserData: unknown): object {
  return { Type: 'AWS::EC2::Instance', Properties: { UserData } }
}

function laughing(levels: number): unknown {
  if (levels === 0) return 'ha'
  return { 'Fn::Sub': ['${inner}'.repeat(1000), { inner: laughing(levels - 1) }] }
}

function securityGroups(count: number, rules: number): object {
  const rule = (i: number, side: string): object => ({
    IpProtocol: 'tcp',
    FromPort: i,
    ToPort: i,
    [`${side}SecurityGroupId`]: { Ref: `Group${i % count}` },
  })
  const hosts = named(count, 'Hosts', (i) => ({
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: {
      SecurityGroups: [{ Ref: `Group${i}` }],
      TargetGroupARNs: numbered(count, (target) => ({ Ref: `Target${target}` })),
    },
  }))
  const targets = named(count, 'Target', () => ({
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Properties: { Protocol: 'HTTP', Port: 2000 },
  }))
  const listeners = named(count * count, 'Listener', (i) => ({
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: { Ref: `Balancer${i % count}` },
      DefaultActions: [{ Type: 'forward', TargetGroupArn: { Ref: `Target${Math.floor(i / count)}` } }],
    },
  }))
  const groups = named(count, 'Group', () => ({
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      SecurityGroupIngress: numbered(rules, (i) => rule(i, 'Source')),
      SecurityGroupEgress: numbered(rules, (i) => rule(i, 'Destination')),
    },
  }))
  const balancers = named(count, 'Balancer', (i) => ({
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    Properties: { SecurityGroups: [{ Ref: `Group${i}` }] },
  }))
  return { Resources: { ...hosts, ...targets, ...listeners, ...groups, ...balancers } }
}
