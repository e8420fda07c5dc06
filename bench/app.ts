import {
  cluster,
  dnsZone,
  instanceRole,
  logBucket,
  network,
  securityGroups,
  service,
  serviceRole,
  stack,
} from 'cfstack'

/** A network and a cluster with SERVICES services, ten to a stack; bench/cdk/app.js writes the like in AWS CDK. */
const services = Number(process.env['SERVICES'] ?? 1)

const net = network('Net')
const groups = securityGroups('Net', { vpc: net.vpc, cidr: net.vpc.att.CidrBlock })
const zone = dnsZone('Zone', { domainName: 'stack.local', vpc: net.vpc })
const logs = logBucket('Logs')
const hosts = instanceRole('Host')
const balancing = serviceRole('Services')
const main = cluster('Main', {
  vpc: net.vpc,
  subnets: net.internalSubnets,
  reachableFrom: [groups.internalLoadBalancer],
  instanceProfile: hosts.profile,
  after: net.routesOut,
})

const nginx = (i: number) =>
  service(`Nginx${i}`, {
    cluster: main.cluster,
    vpc: net.vpc,
    subnets: net.internalSubnets,
    securityGroups: [groups.internalLoadBalancer],
    image: 'public.ecr.aws/nginx/nginx:1.27',
    containerPort: 80,
    zone,
    accessLogs: logs,
    serviceRole: balancing.role,
    after: main.group,
  })
const all = Array.from({ length: services }, (_, i) => nginx(i))

export default [
  stack('bench', {}, { net, groups, zone, logs, hosts, balancing, main, services: all.slice(0, 10) }),
  ...Array.from({ length: Math.ceil(services / 10) - 1 }, (_, i) =>
    stack(`bench${i + 1}`, {}, { services: all.slice((i + 1) * 10, (i + 2) * 10) }),
  ),
]
