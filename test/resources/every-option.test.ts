import { expect } from 'chai'
import * as cfstack from '../../src/index.ts'
import { readSources, allOptions } from '../../scripts/reference/read-sources.ts'
import { existing, refusalOf, templateOf } from './template-of.ts'

const { vpc, subnets, securityGroups } = existing
const certificate = 'arn:aws:acm:us-west-2:123456789012:certificate/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f'
const secret = 'arn:aws:secretsmanager:us-west-2:123456789012:secret:db'
const zone = { zone: 'Z0123456789ABCDEFGHIJ', domainName: 'stack.local' }
const policy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] }
const edge = cfstack.sharedLoadBalancer('Edge', { subnets, securityGroups, certificate, redirect: false })
const other = cfstack.sharedLoadBalancer('Other', { subnets, securityGroups })
const api = cfstack.service('Api', { ...existing, cluster: 'main', image: 'example/api:1' })
const routed = cfstack.routedService('Site', {
  on: other,
  vpc,
  cluster: 'main',
  image: 'example/site:1',
  paths: ['/'],
  priority: 1,
})
const network = { subnets, securityGroups }
const first = cfstack.discoveryNamespace('First', { vpc, domainName: 'first.local' }).namespace

/** What an option is set to, by its name: never its default. */
const values: Readonly<Record<string, unknown>> = {
  accessLogPrefix: 'edge',
  accessLogs: 'logs',
  after: first,
  alarmPeriod: 60,
  alarmPeriods: 5,
  allowExec: true,
  allowFrom: securityGroups,
  allowFromBlocks: ['10.0.0.0/8'],
  applyImmediately: false,
  architecture: 'arm64',
  backupDays: 7,
  backupWindow: '03:00-04:00',
  backups: false,
  balancer: 'classic',
  blueGreen: {},
  capacity: { min: 1, max: 8 },
  capacityProvider: 'spare',
  certificate,
  cidr: '10.31.0.0/16',
  circuitBreaker: false,
  cluster: 'main',
  clusterName: 'main',
  coldAfterDays: 7,
  command: ['run'],
  containerHealthCheck: { command: 'true' },
  containerName: 'main',
  containerPort: 8080,
  cooldown: 60,
  cpu: 1024,
  databaseName: 'app',
  deletionProtection: false,
  description: 'Who comes in',
  desiredCapacity: 5,
  desiredCount: 4,
  discoveryName: 'found',
  dnsName: 'www',
  dockerAuthData: '{}',
  dockerAuthType: 'docker',
  dockerVolumeSize: 50,
  domainName: 'inside.example',
  drainingTimeout: 60,
  ebsOptimized: false,
  ecs: false,
  elasticIp: false,
  engineVersion: '16.9',
  entryPoint: ['sh'],
  environment: { A: '1' },
  executionRole: 'arn:aws:iam::123456789012:role/x',
  expire: true,
  expireAfterDays: 90,
  externalDnsName: 'www',
  extra: { externalSsh: [{ IpProtocol: 'tcp', FromPort: 2222, ToPort: 2222, CidrIp: '10.0.0.0/8' }] },
  extraCloudConfig: { content: '#cloud-config\n' },
  fargate: true,
  from: securityGroups,
  fromBlocks: ['10.0.0.0/8'],
  gateways: ['dynamodb'],
  gracePeriod: 300,
  healthCheck: { interval: 60 },
  hosts: ['a.example.com'],
  idleTimeout: 60,
  image: 'example/other:2',
  imageId: 'ami-0123456789abcdef0',
  inCooldown: 60,
  instanceProfile: 'profile',
  instanceType: 'm7g.large',
  instances: 3,
  internalDnsName: 'api',
  internalZone: zone,
  interval: 60,
  keyName: 'ops',
  keyVersion: 2,
  kmsKey: 'alias/data',
  log: { retentionDays: 7 },
  logs: ['error'],
  logsBucket: 'x',
  maintenanceWindow: 'mon:04:30-mon:05:30',
  majorUpgrades: true,
  managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
  managedScaling: true,
  maxSize: 9,
  maxStorage: 100,
  maximumPercent: 150,
  memory: 2048,
  minSize: 2,
  minimumHealthyPercent: 50,
  minorUpgrades: false,
  monitoringInterval: 60,
  multiZone: true,
  namespace: 'ns-0123456789abcdef',
  nat: 'single',
  onDelete: 'delete',
  outCooldown: 30,
  policies: { Read: policy },
  port: 8080,
  ports: [8080],
  priority: 20,
  protocol: 'TCP',
  public: true,
  publicFrom: ['0.0.0.0/0'],
  publicIp: true,
  reachableFrom: securityGroups,
  redirect: false,
  repositoryCredentials: secret,
  retentionDays: 7,
  rootVolumeSize: 60,
  scaleInAt: 20,
  scaleOutAt: 75,
  secrets: { A: { secret } },
  securityGroups: ['sg-0a1b2c3d4e5f60799'],
  servers: ['10.30.0.2'],
  serviceRole: 'ecs-role',
  services: ['sqs'],
  sessionManager: false,
  settings: { max_connections: '100' },
  sidecars: [{ name: 'agent', image: 'a:1' }],
  snapshot: 'nightly',
  sshFrom: ['203.0.113.0/24'],
  stopTimeout: 60,
  storage: 50,
  storageType: 'io2',
  subnets: [...subnets, 'subnet-0a1b2c3d4e5f60720'],
  targetCapacity: 80,
  targetType: 'ip',
  taskRole: 'task-role',
  throughput: 'bursting',
  traffic: 'ALL',
  ulimits: [{ Name: 'nofile', SoftLimit: 1, HardLimit: 2 }],
  userName: 'owner',
  version: '9',
  volumeSize: 20,
  volumeType: 'io2',
  volumes: [{ name: 'v', containerPath: '/v' }],
  vpc: 'vpc-0a1b2c3d4e5f60799',
  waitForHosts: false,
  warmUp: 60,
  zone,
  zones: 2,
  externalZone: zone,
}

interface Fragment {
  readonly options: string
  readonly make: (options: never) => object
  readonly required: object
  /** Values of options that differ from the table, or what has to stand beside one. */
  readonly with?: Readonly<Record<string, object>>
}

const container = { image: 'example/api:1' }
const running = { cluster: 'second', ...container }
const containerRules = {
  version: { image: 'example/api', version: '9' },
  network: { network },
  fargate: { fargate: true, network, cpu: 512, memory: 1024 },
  architecture: { fargate: true, network, memory: 1024, architecture: 'arm64' },
  namespace: { network, namespace: 'ns-0123456789abcdef' },
  discoveryName: { network, namespace: 'ns-0123456789abcdef', discoveryName: 'found' },
  ports: { ports: [{ container: 80 }] },
}
const databaseRules = {
  dnsName: { zone, dnsName: 'www' },
  monitoringRole: { monitoringInterval: 60, monitoringRole: 'arn:aws:iam::123456789012:role/x' },
}

const fragments: Readonly<Record<string, Fragment>> = {
  network: {
    options: 'NetworkOptions',
    make: (options) => cfstack.network('Net', options),
    required: {},
    with: {
      room: { room: 8 },
      blocks: { zones: 1, blocks: [{ internal: '10.30.0.0/24', external: '10.30.1.0/24' }] },
      natInstances: { nat: 'instances', natInstances: { elasticIp: true } },
    },
  },
  dhcpOptions: {
    options: 'DhcpOptionsOptions',
    make: (options) => cfstack.dhcpOptions('Dhcp', options),
    required: { vpc },
  },
  dnsZone: { options: 'DnsZoneOptions', make: (options) => cfstack.dnsZone('Zone', options), required: {} },
  discoveryNamespace: {
    options: 'DiscoveryNamespaceOptions',
    make: (options) => cfstack.discoveryNamespace('Found', options),
    required: { vpc, domainName: 'a.local' },
  },
  flowLogs: {
    options: 'FlowLogsOptions',
    make: (options) => cfstack.flowLogs('Net', options),
    required: { vpc },
  },
  vpcEndpoints: {
    options: 'VpcEndpointsOptions',
    make: (options) => cfstack.vpcEndpoints('Net', options),
    required: { vpc, cidr: '10.30.0.0/16', subnets, routeTables: ['rtb-1'] },
    with: { routeTables: { routeTables: ['rtb-2'] } },
  },
  securityGroups: {
    options: 'SecurityGroupsOptions',
    make: (options) => cfstack.securityGroups('Net', options),
    required: { vpc, cidr: '10.30.0.0/16' },
  },
  securityGroup: {
    options: 'SecurityGroupOptions',
    make: (options) => ({ group: cfstack.securityGroup('Api', options) }),
    required: { vpc, ports: [80], fromBlocks: ['10.1.0.0/16'] },
  },
  bastion: {
    options: 'BastionOptions',
    make: (options) => cfstack.bastion('Bastion', options),
    required: { subnet: 'subnet-1', securityGroups },
    with: { subnet: { subnet: 'subnet-2' } },
  },
  instanceRole: {
    options: 'InstanceRoleOptions',
    make: (options) => cfstack.instanceRole('Hosts', options),
    required: {},
    with: { policies: { policies: [{ PolicyName: 'Read', PolicyDocument: policy }] } },
  },
  iamUser: {
    options: 'IamUserOptions',
    make: (options) => cfstack.iamUser('Uploader', options),
    required: {},
  },
  logBucket: {
    options: 'LogBucketOptions',
    make: (options) => cfstack.logBucket('Logs', options),
    required: {},
    with: { bucketName: { bucketName: 'logs' } },
  },
  cluster: {
    options: 'ClusterOptions',
    make: (options) => cfstack.cluster('Main', options),
    required: { vpc, subnets },
    with: {
      targetCapacity: { managedScaling: true, targetCapacity: 80 },
      warmUp: { managedScaling: true, warmUp: 60 },
      environment: { environment: 'staging' },
    },
  },
  task: {
    options: 'TaskOptions',
    make: (options) => cfstack.task('Api', options),
    required: container,
    with: containerRules,
  },
  worker: {
    options: 'WorkerOptions',
    make: (options) => cfstack.worker('Api', options),
    required: running,
    with: containerRules,
  },
  daemon: {
    options: 'DaemonOptions',
    make: (options) => cfstack.daemon('Api', options),
    required: running,
    with: containerRules,
  },
  service: {
    options: 'ServiceOptions',
    make: (options) => cfstack.service('Api', options),
    required: { ...running, ...existing, zone },
    with: {
      ...containerRules,
      port: { balancer: 'classic', port: 8080 },
      protocol: { balancer: 'classic', protocol: 'TCP' },
      redirect: { certificate, redirect: false },
      accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' },
      zone: { zone: { ...zone, domainName: 'other.local' } },
    },
  },
  webService: {
    options: 'WebServiceOptions',
    make: (options) => cfstack.webService('Api', options),
    required: { ...running, ...existing, certificate },
    with: {
      ...containerRules,
      port: { balancer: 'classic', port: 8080 },
      accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' },
      certificate: { certificate: `${certificate}1` },
      externalDnsName: { externalZone: zone, externalDnsName: 'www' },
      internalDnsName: { internalZone: zone, internalDnsName: 'www' },
    },
  },
  routedService: {
    options: 'RoutedServiceOptions',
    make: (options) => ({ edge, other, made: cfstack.routedService('Api', options) }),
    required: { ...running, on: other, vpc, paths: ['/a'], priority: 10 },
    with: {
      ...containerRules,
      on: { on: edge },
      paths: { paths: ['/b'] },
      dnsName: { zone, dnsName: 'www' },
    },
  },
  serviceScaling: {
    options: 'ServiceScalingOptions',
    make: (options) => ({ api, routed, other, made: cfstack.serviceScaling('Api', options) }),
    required: { cluster: 'main', service: api.service, max: 20, cpu: 60 },
    with: {
      cluster: { cluster: 'second' },
      service: { service: routed.service },
      min: { min: 3 },
      max: { max: 30 },
      cpu: { cpu: 50 },
      memory: { memory: 50 },
      requests: {
        requests: { perCopy: 9, loadBalancer: other.loadBalancer, targetGroup: routed.targetGroup },
      },
      steps: { steps: { out: [{ at: 70, by: 1 }] } },
    },
  },
  serviceAlarms: {
    options: 'ServiceAlarmsOptions',
    make: (options) => ({ api, routed, other, made: cfstack.serviceAlarms('Api', options) }),
    required: { cluster: 'main', service: api.service },
    with: {
      cluster: { cluster: 'second' },
      service: { service: routed.service },
      cpu: { cpu: { warning: 50 } },
      memory: { memory: { warning: 50 } },
      warnings: { warnings: 'arn:aws:sns:us-west-2:123456789012:chat' },
      critical: { critical: 'arn:aws:sns:us-west-2:123456789012:pager' },
    },
  },
  applicationLoadBalancer: {
    options: 'ApplicationLoadBalancerOptions',
    make: (options) => cfstack.applicationLoadBalancer('Web', options),
    required: existing,
    with: {
      redirect: { certificate, redirect: false },
      accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' },
    },
  },
  sharedLoadBalancer: {
    options: 'SharedLoadBalancerOptions',
    make: (options) => cfstack.sharedLoadBalancer('Web', options),
    required: { subnets, securityGroups },
    with: {
      redirect: { certificate, redirect: false },
      accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' },
    },
  },
  networkLoadBalancer: {
    options: 'NetworkLoadBalancerOptions',
    make: (options) => cfstack.networkLoadBalancer('Web', options),
    required: { ...existing, port: 80 },
    with: { protocol: { protocol: 'UDP' }, accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' } },
  },
  classicLoadBalancer: {
    options: 'ClassicLoadBalancerOptions',
    make: (options) => cfstack.classicLoadBalancer('Web', options),
    required: { subnets, securityGroups, port: 80 },
    with: { accessLogPrefix: { accessLogs: 'logs', accessLogPrefix: 'edge' } },
  },
  targetGroup: {
    options: 'TargetGroupOptions',
    make: (options) => ({ group: cfstack.targetGroup('Web', options) }),
    required: { vpc },
  },
  database: {
    options: 'SingleDatabaseOptions',
    make: (options) => cfstack.database('Db', options),
    required: { vpc, subnets },
    with: { ...databaseRules, engine: { engine: 'mysql' }, public: { public: true } },
  },
  databaseCluster: {
    options: 'DatabaseClusterOptions',
    make: (options) => cfstack.databaseCluster('Db', options),
    required: { vpc, subnets },
    with: { ...databaseRules, engine: { engine: 'aurora-mysql' } },
  },
  fileSystem: {
    options: 'FileSystemOptions',
    make: (options) => cfstack.fileSystem('Data', options),
    required: { vpc, subnets, allowFrom: ['sg-1'] },
  },
}

describe('every option of a fragment', () => {
  const sources = readSources(new URL('../../src/resources/', import.meta.url).pathname)
  for (const [name, fragment] of Object.entries(fragments)) {
    it(`of ${name} changes what it makes`, () => {
      const text = (options: object) =>
        JSON.stringify(templateOf({ first, made: fragment.make(options as never) }))
      const refused = (options: object) => refusalOf(() => text(options)) !== 'nothing was thrown'
      const idle = allOptions(fragment.options, sources)
        .map((option) => option.name)
        .filter((option) => {
          const given = { ...(fragment.with?.[option] ?? { [option]: values[option] }) }
          if (option in given && (given as Record<string, unknown>)[option] === undefined) return true
          const { [option]: _, ...without } = { ...fragment.required, ...given } as Record<string, unknown>
          const before =
            option in fragment.required ? { ...without, ...pick(fragment.required, option) } : without
          return text({ ...fragment.required, ...given }) === (refused(before) ? '' : text(before))
        })
      expect(idle).to.deep.equal([])
    })
  }
})

function pick(from: object, name: string): object {
  return { [name]: (from as Record<string, unknown>)[name] }
}
