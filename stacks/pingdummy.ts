import {
  aliasRecord,
  databaseCluster,
  dnsZone,
  foundation,
  iamUser,
  join,
  output,
  parameter,
  service,
  stack,
  webService,
  worker,
} from 'cfstack'

/** What differs between environments: sizes and counts, nothing else. */
export interface Sizes {
  readonly hostType: string
  readonly hosts: { readonly min: number; readonly max: number; readonly desired: number }
  readonly webCopies: number
  readonly workerCopies: number
  readonly beaconCopies: number
  readonly databaseType: string
  readonly databaseInstances: number
}

const domainName = 'pingdummy.com'

/**
 * A site that pings other sites: a public web service, a worker, an internal service, an Aurora cluster, and a user that sends
 * mail; in two stacks, so that a new version of the site does not touch what it stands on.
 */
export function pingdummy(environment: string, sizes: Sizes) {
  const tags = { Environment: environment }
  const parts = baseParts(environment, sizes)
  const base = stack(
    `pingdummy-${environment}-base`,
    { description: 'Network, cluster and database of pingdummy', tags },
    parts,
  )
  const site = stack(
    `pingdummy-${environment}`,
    { description: 'The services of pingdummy', tags },
    siteParts(environment, sizes, parts),
  )
  return [base, site]
}

function baseParts(environment: string, sizes: Sizes) {
  const base = foundation('', {
    environment,
    access: { publicFrom: ['0.0.0.0/0'] },
    cluster: {
      instanceType: sizes.hostType,
      minSize: sizes.hosts.min,
      maxSize: sizes.hosts.max,
      desiredCapacity: sizes.hosts.desired,
    },
  })
  const database = databaseCluster('Database', {
    vpc: base.net.vpc,
    subnets: base.net.internalSubnets,
    allowFrom: [base.main.securityGroup],
    engine: 'aurora-mysql',
    databaseName: 'pingdummy',
    instanceType: sizes.databaseType,
    instances: sizes.databaseInstances,
    zone: base.zone,
  })
  return { base, database }
}

function siteParts(environment: string, sizes: Sizes, { base, database }: ReturnType<typeof baseParts>) {
  const { net, groups, zone, logs, main } = base
  const version = parameter('Version', { label: 'Version of the images', Default: '1.0.0' })
  const certificate = parameter('CertificateArn', { label: 'Certificate of the site, by ARN' })
  const publicZone = dnsZone('Public', { domainName })
  const mailer = iamUser('Mailer', { policies: { SendMail: sendMail } })
  const shared = {
    cluster: main.cluster,
    version: version.ref,
    environment: { NODE_ENV: environment, DATABASE_HOST: database.address, DATABASE_NAME: 'pingdummy' },
    secrets: {
      DATABASE_USER: { secret: database.secret, key: 'username' },
      DATABASE_PASSWORD: { secret: database.secret, key: 'password' },
      AWS_ACCESS_KEY_ID: { secret: mailer.secret, key: 'accessKeyId' },
      AWS_SECRET_ACCESS_KEY: { secret: mailer.secret, key: 'secretAccessKey' },
    },
  }
  const balanced = { vpc: net.vpc, accessLogs: logs }
  const beacon = service('Beacon', {
    ...shared,
    ...balanced,
    subnets: net.internalSubnets,
    securityGroups: [groups.internalLoadBalancer],
    image: 'example/pingdummy-beacon',
    containerPort: 3001,
    desiredCount: sizes.beaconCopies,
    zone,
  })
  const web = webService('Web', {
    ...shared,
    ...balanced,
    subnets: net.externalSubnets,
    securityGroups: [groups.externalLoadBalancer],
    image: 'example/pingdummy',
    containerPort: 3000,
    certificate: certificate.ref,
    desiredCount: sizes.webCopies,
    externalZone: publicZone,
    externalDnsName: 'www',
    internalZone: zone,
    environment: { ...shared.environment, BEACON_URL: 'http://beacon.stack.local' },
  })
  const pinger = worker('Pinger', {
    ...shared,
    image: 'example/pingdummy-worker',
    cpu: 256,
    memory: 256,
    desiredCount: sizes.workerCopies,
  })
  const apex = aliasRecord('Apex', publicZone, '@', web.alias)
  const nameServers = output('NameServers', join(', ', publicZone.zone.att.NameServers))
  return { version, certificate, publicZone, mailer, beacon, web, pinger, apex, nameServers }
}

const sendMail = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['ses:SendEmail', 'ses:SendRawEmail'], Resource: '*' }],
}

export const production = pingdummy('production', {
  hostType: 'm6i.large',
  hosts: { min: 3, max: 20, desired: 4 },
  webCopies: 4,
  workerCopies: 2,
  beaconCopies: 2,
  databaseType: 'db.r7g.large',
  databaseInstances: 2,
})

export const staging = pingdummy('staging', {
  hostType: 't3.medium',
  hosts: { min: 1, max: 4, desired: 2 },
  webCopies: 1,
  workerCopies: 1,
  beaconCopies: 1,
  databaseType: 'db.t4g.medium',
  databaseInstances: 1,
})
