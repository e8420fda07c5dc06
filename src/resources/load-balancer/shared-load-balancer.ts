import { balancer, balancerListeners, type ListenerOptions } from './balancer.ts'
import type { AliasTarget } from '../network/alias-record.ts'
import type { Handle } from '../handle.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'

export interface SharedLoadBalancerOptions
  extends Omit<LoadBalancerOptions, 'healthCheck' | 'drainingTimeout'>, ListenerOptions {}

/** A load balancer that services put rules on: what `sharedLoadBalancer` returns, or the ARNs of existing listeners. */
export interface SharedLoadBalancer {
  /** The listeners that get every service's rule. */
  readonly serving: readonly Handle<'AWS::ElasticLoadBalancingV2::Listener'>[]
  /** For names in DNS that point to it. */
  readonly alias?: AliasTarget
}

/**
 * An application load balancer that several services share, by path or by host: `routedService` puts each behind it. What no rule
 * takes gets a 404. Throws `E_OPTION` when it has fewer than two subnets.
 *
 * @example
 * const edge = sharedLoadBalancer('Edge', {
 *   public: true, subnets: net.externalSubnets, securityGroups: [groups.externalLoadBalancer], certificate: certificateArn.ref,
 * })
 */
export function sharedLoadBalancer(name: string, options: SharedLoadBalancerOptions) {
  const { loadBalancer, alias } = balancer(name, options)
  const notFound = {
    Type: 'fixed-response',
    FixedResponseConfig: { StatusCode: '404', ContentType: 'text/plain', MessageBody: 'Not found' },
  }
  const listeners = balancerListeners(name, options, loadBalancer, notFound)
  const serving = options.redirect === false ? listeners : listeners.slice(-1)
  return { loadBalancer, listeners, serving, alias }
}
