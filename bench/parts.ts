import {
  cluster,
  dnsZone,
  instanceRole,
  logBucket,
  network,
  securityGroups,
  service,
  serviceRole,
} from 'cfstack'

/** A network and a cluster with so many services behind load balancers, which the benchmarks build and validate. */
export function parts(services: number) {
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
  const all = Array.from({ length: services }, (_, i) =>
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
    }),
  )
  return { net, groups, zone, logs, hosts, balancing, main, services: all }
}
