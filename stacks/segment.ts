import {
  equals,
  foundation,
  not,
  parameter,
  rule,
  service,
  stack,
  sub,
  worker,
  type NetworkOptions,
} from 'cfstack'

export interface SegmentOptions {
  /** The network's block. The default is `10.30.0.0/16`. */
  readonly cidr?: string
  /** How internal hosts reach the internet. The default is a NAT gateway in every zone. */
  readonly nat?: NonNullable<NetworkOptions['nat']>
  /** Whether the bastion's address outlives it. The default is true. */
  readonly elasticIps?: boolean
  /** Blocks that may open SSH to the bastion. The default is none: use Session Manager. */
  readonly sshFrom?: readonly string[]
}

/**
 * A network of three zones with a bastion, DNS, an ECS cluster and a bucket for access logs, and on it nginx and a worker that
 * calls it. For endpoints without elastic IPs and NAT gateways: `{ nat: 'instances', elasticIps: false }`.
 */
export function segmentParts(options: SegmentOptions = {}) {
  const settings = parameters()
  const base = baseOf(settings, options)
  const { net, groups, services, logs, zone, main } = base
  const nginx = service('Nginx', {
    cluster: main.cluster,
    vpc: net.vpc,
    subnets: net.internalSubnets,
    securityGroups: [groups.internalLoadBalancer],
    image: 'public.ecr.aws/nginx/nginx:1.27',
    containerPort: 80,
    zone,
    accessLogs: logs,
    serviceRole: services.role,
    after: main.group,
  })
  const caller = worker('Caller', {
    cluster: main.cluster,
    image: 'public.ecr.aws/docker/library/busybox:1.37',
    command: ['sh', '-c', 'while true; do wget -qO /dev/null "$URL" && date; sleep 60; done'],
    environment: { URL: sub`http://nginx.${settings.domainName.ref}` },
    cpu: 64,
    memory: 64,
    after: main.group,
  })
  return {
    settings,
    room: roomForUpdates(settings),
    ...base,
    nginx,
    caller,
  }
}

function parameters() {
  const general = { group: 'General' }
  return {
    keyName: parameter('KeyName', {
      Type: 'AWS::EC2::KeyPair::KeyName',
      Description: 'Key pair for SSH to the bastion and the hosts',
      label: 'Key pair',
      ...general,
    }),
    environment: parameter('Environment', {
      Default: 'production',
      AllowedPattern: '[A-Za-z0-9-]+',
      Description: 'What hosts call their environment',
      label: 'Environment',
      ...general,
    }),
    domainName: parameter('DomainName', {
      Default: 'stack.local',
      Description: 'Domain of the private zone, which hosts search',
      label: 'Private domain',
      ...general,
    }),
    bastionType: instanceType('Bastion', 't3.micro'),
    hostType: instanceType('Cluster', 'm6i.large'),
    minSize: clusterSize('ClusterMinSize', 'Fewest hosts', 3),
    maxSize: clusterSize('ClusterMaxSize', 'Most hosts', 100),
    hosts: clusterSize('ClusterDesiredCapacity', 'Hosts at first', 3),
  }
}

/** Images are chosen when the template is built, and these are for x86_64. */
function instanceType(group: string, Default: string) {
  return parameter(`${group}InstanceType`, {
    Default,
    AllowedPattern: '[a-z]+[0-9]+(?!g)[a-z-]*[.][a-z0-9-]+',
    ConstraintDescription: `must be an x86_64 instance type, such as ${Default}`,
    label: 'Instance type',
    group,
  })
}

function clusterSize(id: string, label: string, Default: number) {
  return parameter(id, { Type: 'Number', Default, MinValue: 1, label, group: 'Cluster' })
}

type Settings = ReturnType<typeof parameters>

/** An update starts a new host before it stops an old one. */
function roomForUpdates({ hosts, maxSize }: Settings) {
  return rule('RoomForUpdates', {
    Assertions: [
      {
        Assert: not(equals(hosts.ref, maxSize.ref)),
        AssertDescription: 'ClusterMaxSize must be more than ClusterDesiredCapacity',
      },
    ],
  })
}

function baseOf(settings: Settings, { cidr, nat, elasticIps = true, sshFrom = [] }: SegmentOptions) {
  return foundation('', {
    environment: settings.environment.ref,
    keyName: settings.keyName.ref,
    domainName: settings.domainName.ref,
    network: { ...(cidr && { cidr }), ...(nat && { nat }) },
    access: { sshFrom },
    bastion: { instanceType: settings.bastionType.ref, elasticIp: elasticIps },
    cluster: {
      instanceType: settings.hostType.ref,
      minSize: settings.minSize.ref,
      maxSize: settings.maxSize.ref,
      desiredCapacity: settings.hosts.ref,
    },
  })
}

export const segment = stack(
  'segment',
  { description: 'Network, bastion, DNS, ECS cluster and access logs, with nginx and a worker on it' },
  segmentParts(),
)
