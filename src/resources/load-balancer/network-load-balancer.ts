import * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import type { Value } from '../../model/value.ts'
import { after, asText, idOf, idsOf, type Handle } from '../handle.ts'
import { healthCheck } from './health-check.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { logTarget } from './log-bucket.ts'
import { nameTag } from '../name-tag.ts'

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
  const logs = options.accessLogs === undefined ? undefined : logTarget(options.accessLogs)
  const loadBalancer = elbv2.LoadBalancer(
    `${name}LoadBalancer`,
    {
      Type: 'network',
      Scheme: options.public ? 'internet-facing' : 'internal',
      Subnets: idsOf(options.subnets),
      SecurityGroups: idsOf(options.securityGroups),
      LoadBalancerAttributes: attributes(options, logs?.bucket),
      Tags: nameTag(name),
    },
    after(logs?.after),
  )
  const targetGroup = targets(name, options)
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
  const alias = { dnsName: loadBalancer.att.DNSName, hostedZoneId: loadBalancer.att.CanonicalHostedZoneID }
  return { loadBalancer, targetGroup, listeners: [listener], alias }
}

/** Access logs of a network load balancer are of its TLS connections. */
function attributes({ accessLogPrefix }: NetworkLoadBalancerOptions, bucket: Value<string> | undefined) {
  const set = (Key: string, Value: Value<string>) => ({ Key, Value })
  return [
    set('load_balancing.cross_zone.enabled', 'true'),
    ...(bucket === undefined
      ? []
      : [set('access_logs.s3.enabled', 'true'), set('access_logs.s3.bucket', bucket)]),
    ...(accessLogPrefix === undefined ? [] : [set('access_logs.s3.prefix', accessLogPrefix)]),
  ]
}

function targets(name: string, options: NetworkLoadBalancerOptions): elbv2.TargetGroup {
  const overHttp = options.healthCheck?.path !== undefined
  const check = healthCheck(name, overHttp ? 'HTTP' : 'TCP', options.healthCheck)
  return elbv2.TargetGroup(`${name}TargetGroup`, {
    VpcId: idOf(options.vpc),
    TargetType: options.targetType ?? 'instance',
    Protocol: options.protocol ?? 'TCP',
    Port: options.port,
    HealthCheckProtocol: overHttp ? 'HTTP' : 'TCP',
    HealthCheckPort: 'traffic-port',
    ...(overHttp && { HealthCheckPath: check.path }),
    HealthCheckIntervalSeconds: check.interval,
    HealthCheckTimeoutSeconds: check.timeout,
    HealthyThresholdCount: check.healthyThreshold,
    UnhealthyThresholdCount: check.unhealthyThreshold,
    TargetGroupAttributes: [
      { Key: 'deregistration_delay.timeout_seconds', Value: asText(options.drainingTimeout ?? 15) },
    ],
    Tags: nameTag(name),
  })
}
