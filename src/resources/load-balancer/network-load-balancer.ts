import * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import { madeBalancer } from './balancer.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { madeTargetGroup } from './target-group.ts'

export interface NetworkLoadBalancerOptions extends Omit<LoadBalancerOptions, 'idleTimeout'> {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The port it listens on. With a certificate it speaks TLS there. */
  readonly port: Value<number>
  /** The default is `TCP`. */
  readonly protocol?: 'TCP' | 'UDP' | 'TCP_UDP'
  /** What targets are: `instance` (the default) for containers on bridge networks, `ip` for containers with addresses of their own. */
  readonly targetType?: 'instance' | 'ip'
}

/**
 * A load balancer that passes connections on as they are: for protocols other than HTTP, or for a fixed address per zone. It has
 * one listener and one target group, whose targets are checked by connecting; with a path in `healthCheck`, by HTTP.
 *
 * @example
 * const broker = networkLoadBalancer('Broker', {
 *   vpc: net.vpc, subnets: net.internalSubnets, securityGroups: [brokers], port: 1883,
 * })
 */
export function networkLoadBalancer(name: string, options: NetworkLoadBalancerOptions) {
  const { certificate, protocol = 'TCP', port } = options
  const { loadBalancer, alias } = madeBalancer(name, 'network', options, {
    'load_balancing.cross_zone.enabled': 'true',
  })
  const checkProtocol = options.healthCheck?.path === undefined ? 'TCP' : 'HTTP'
  const targetGroup = madeTargetGroup(name, options, { protocol, port, checkProtocol })
  const listener = elbv2.Listener(`${name}Listener`, {
    LoadBalancerArn: loadBalancer.ref,
    Port: port,
    Protocol: certificate === undefined ? protocol : 'TLS',
    ...(certificate !== undefined && {
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      Certificates: [{ CertificateArn: idOf(certificate) }],
    }),
    DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroup.ref }],
  })
  return { loadBalancer, targetGroup, listeners: [listener], alias }
}
