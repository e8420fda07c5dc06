import type { Value } from '../../model/value.ts'
import { aliasRecord } from '../network/alias-record.ts'
import type { ZoneHandle } from '../network/dns-zone.ts'
import { frontedService, type FrontedServiceOptions } from './fronted-service.ts'
import { kebab } from '../text.ts'

export interface ServiceOptions extends FrontedServiceOptions {
  /** The zone that the service's name is put in. Without one it has only the load balancer's own. */
  readonly zone?: ZoneHandle
  /** The service's name within the zone. The default is the fragment's name, `user-api` of `UserApi`. */
  readonly dnsName?: Value<string>
}

/**
 * Containers behind a load balancer of the network: `http://nginx.stack.local`, or short `http://nginx`, from any host in it.
 *
 * @example
 * service('Nginx', {
 *   cluster: main.cluster, vpc: net.vpc, subnets: net.internalSubnets, securityGroups: [groups.internalLoadBalancer],
 *   zone, image: 'public.ecr.aws/nginx/nginx:1.27', containerPort: 80, after: main.group,
 * })
 */
export function service(name: string, options: ServiceOptions) {
  const made = frontedService(name, options)
  if (options.zone === undefined) return made
  const record = aliasRecord(name, options.zone, options.dnsName ?? kebab(name), made.alias)
  return { ...made, record }
}
