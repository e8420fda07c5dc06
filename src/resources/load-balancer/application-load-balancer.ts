import type { Value } from '../../model/value.ts'
import { balancer, balancerListeners } from './balancer.ts'
import type { Handle } from '../handle.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { targetGroup } from './target-group.ts'

export interface ApplicationLoadBalancerOptions extends LoadBalancerOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** Port of the HTTP listener. The default is 80. */
  readonly port?: Value<number>
  /** With a certificate: whether HTTP sends callers on to HTTPS, which is the default, or is served as well. */
  readonly redirect?: boolean
  /** What targets are: `instance` (the default) for containers on bridge networks, `ip` for containers with addresses of their own. */
  readonly targetType?: 'instance' | 'ip'
}

/**
 * An application load balancer with one target group. It listens on 80, and with a certificate on 443 too. A service that uses the
 * target group must wait for `listeners`. Throws `E_OPTION` when it has fewer than two subnets.
 *
 * @example
 * const web = applicationLoadBalancer('Web', {
 *   vpc: net.vpc, subnets: net.internalSubnets, securityGroups: [groups.internalLoadBalancer],
 * })
 */
export function applicationLoadBalancer(name: string, options: ApplicationLoadBalancerOptions) {
  const { loadBalancer, alias } = balancer(name, options)
  const group = targetGroup(name, options)
  const forward = { Type: 'forward', TargetGroupArn: group.ref }
  const listeners = balancerListeners(name, options, loadBalancer, forward)
  return { loadBalancer, targetGroup: group, listeners, alias }
}
