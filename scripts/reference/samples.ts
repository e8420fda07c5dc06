import * as cfstack from '../../src/index.ts'

/** The smallest useful call of each fragment, with existing ids for what others make: its page shows what it makes. */
const vpc = 'vpc-0a1b2c3d4e5f60718'
const subnets = ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719']
const securityGroups = ['sg-0a1b2c3d4e5f60718']
const zone = { zone: 'Z0123456789ABCDEFGHIJ', domainName: 'stack.local' }
const certificate = 'arn:aws:acm:us-west-2:123456789012:certificate/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f'
const image = 'example/api:7'
const cidr = '10.30.0.0/16'
const balanced = { vpc, subnets, securityGroups }
const edge = cfstack.sharedLoadBalancer('Edge', { subnets, securityGroups })
const api = cfstack.routedService('Api', {
  on: edge,
  vpc,
  paths: ['/api/*'],
  priority: 10,
  cluster: 'main',
  image,
})

/** What samples refer to and do not show. */
export const given = { edge, api }

interface Sample {
  readonly title: string
  readonly samples: { readonly [fragment: string]: () => object }
}

export const groups: readonly Sample[] = [
  { title: 'A whole base', samples: { foundation: () => cfstack.foundation('') } },
  {
    title: 'Networks',
    samples: {
      network: () => cfstack.network('Net'),
      natGateway: () => ({ nat: cfstack.natGateway('Nat', { subnet: subnets[0] as string }) }),
      natInstance: () => ({
        nat: cfstack.natInstance('Nat', { subnet: subnets[0] as string, securityGroup: 'sg-1' }),
      }),
      dhcpOptions: () => cfstack.dhcpOptions('Dhcp', { vpc }),
      dnsZone: () => cfstack.dnsZone('Zone', { vpc }),
      discoveryNamespace: () => cfstack.discoveryNamespace('Found', { vpc, domainName: 'tasks.stack.local' }),
      flowLogs: () => cfstack.flowLogs('Net', { vpc }),
      vpcEndpoints: () =>
        cfstack.vpcEndpoints('Net', { vpc, cidr, subnets, routeTables: ['rtb-0a1b2c3d4e5f60718'] }),
    },
  },
  {
    title: 'Access',
    samples: {
      securityGroups: () => cfstack.securityGroups('Net', { vpc, cidr }),
      securityGroup: () => ({
        group: cfstack.securityGroup('Api', { vpc, from: securityGroups, ports: [3000] }),
      }),
      bastion: () => cfstack.bastion('Bastion', { subnet: subnets[0] as string, securityGroups }),
      instanceRole: () => cfstack.instanceRole('Hosts'),
      serviceRole: () => cfstack.serviceRole('Services'),
      iamUser: () => cfstack.iamUser('Uploader'),
    },
  },
  {
    title: 'Clusters and services',
    samples: {
      cluster: () => cfstack.cluster('Main', { vpc, subnets }),
      clusterScaling: () => cfstack.clusterScaling('Main', { cluster: 'main', group: 'hosts' }),
      clusterCapacity: () => cfstack.clusterCapacity('Main', { cluster: 'main', group: 'hosts' }),
      task: () => cfstack.task('Migrate', { image }),
      service: () => cfstack.service('Api', { ...balanced, cluster: 'main', image, zone }),
      webService: () =>
        cfstack.webService('Site', { ...balanced, cluster: 'main', image, certificate, externalZone: zone }),
      routedService: () => api,
      worker: () => cfstack.worker('Mailer', { cluster: 'main', image }),
      daemon: () => cfstack.daemon('Agent', { cluster: 'main', image }),
      serviceScaling: () =>
        cfstack.serviceScaling('Api', { cluster: 'main', service: api.service, max: 20, cpu: 60 }),
      serviceAlarms: () => cfstack.serviceAlarms('Api', { cluster: 'main', service: api.service }),
    },
  },
  {
    title: 'Load balancers',
    samples: {
      applicationLoadBalancer: () => cfstack.applicationLoadBalancer('Web', balanced),
      sharedLoadBalancer: () => edge,
      networkLoadBalancer: () => cfstack.networkLoadBalancer('Broker', { ...balanced, port: 1883 }),
      classicLoadBalancer: () => cfstack.classicLoadBalancer('Old', { subnets, securityGroups, port: 3000 }),
      targetGroup: () => ({ group: cfstack.targetGroup('Api', { vpc }) }),
      loadBalancerAlarms: () =>
        cfstack.loadBalancerAlarms('Api', { loadBalancer: edge.loadBalancer, targetGroup: api.targetGroup }),
      listenerRule: () => ({
        rule: cfstack.listenerRule('ApiRule', 'arn:listener', 'arn:target-group', {
          paths: ['/api/*'],
          priority: 10,
        }),
      }),
      logBucket: () => cfstack.logBucket('Logs'),
    },
  },
  {
    title: 'Data',
    samples: {
      fileSystem: () => cfstack.fileSystem('Data', { vpc, subnets, allowFrom: securityGroups }),
      database: () => cfstack.database('Users', { vpc, subnets, allowFrom: securityGroups }),
      databaseCluster: () => cfstack.databaseCluster('Orders', { vpc, subnets, allowFrom: securityGroups }),
    },
  },
]
