import * as elb from '../../aws/elasticloadbalancing.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { after, asText, idOf, idsOf, type Handle } from '../handle.ts'
import { healthCheck } from './health-check.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { logTarget } from './log-bucket.ts'
import { nameTag } from '../name-tag.ts'
import { text } from '../text.ts'

export interface ClassicLoadBalancerOptions extends LoadBalancerOptions {
  /** Port of the hosts that it sends to, and checks. */
  readonly port: Value<number>
  /** The default is `HTTP`. */
  readonly protocol?: 'HTTP' | 'TCP'
}

/**
 * A load balancer of the first kind: it listens on 80, and with a certificate on 443 too, and sends both to one port of every
 * host. Prefer `applicationLoadBalancer`, unless the service speaks something other than HTTP.
 *
 * @example
 * const old = classicLoadBalancer('Old', { subnets: net.internalSubnets, securityGroups: [groups.internalLoadBalancer], port: 3000 })
 */
export function classicLoadBalancer(name: string, options: ClassicLoadBalancerOptions) {
  const { protocol = 'HTTP', port } = options
  const check = healthCheck(name, protocol, options.healthCheck)
  const logs = options.accessLogs === undefined ? undefined : logTarget(options.accessLogs)
  const loadBalancer = elb.LoadBalancer(
    `${name}LoadBalancer`,
    {
      Scheme: options.public ? 'internet-facing' : 'internal',
      Subnets: idsOf(options.subnets),
      SecurityGroups: idsOf(options.securityGroups),
      CrossZone: true,
      ...listening(protocol, port, options.certificate),
      HealthCheck: {
        Target: checkTarget(protocol, port, check.path),
        HealthyThreshold: asText(check.healthyThreshold),
        UnhealthyThreshold: asText(check.unhealthyThreshold),
        Timeout: asText(check.timeout),
        Interval: asText(check.interval),
      },
      ConnectionSettings: { IdleTimeout: options.idleTimeout ?? 30 },
      ConnectionDrainingPolicy: { Enabled: true, Timeout: options.drainingTimeout ?? 15 },
      ...(logs && {
        AccessLoggingPolicy: {
          Enabled: true,
          S3BucketName: logs.bucket,
          ...given({ S3BucketPrefix: options.accessLogPrefix }),
        },
      }),
      Tags: nameTag(name),
    },
    after(logs?.after),
  )
  const alias = {
    dnsName: loadBalancer.att.DNSName,
    hostedZoneId: loadBalancer.att.CanonicalHostedZoneNameID,
  }
  return { loadBalancer, alias }
}

function listening(
  protocol: 'HTTP' | 'TCP',
  port: Value<number>,
  certificate: Handle<'AWS::CertificateManager::Certificate'> | undefined,
): Pick<elb.LoadBalancer.Properties, 'Listeners' | 'Policies'> {
  const InstancePort = asText(port)
  const http = { LoadBalancerPort: '80', Protocol: protocol, InstancePort, InstanceProtocol: protocol }
  if (certificate === undefined) return { Listeners: [http] }
  const https = {
    LoadBalancerPort: '443',
    Protocol: protocol === 'HTTP' ? 'HTTPS' : 'SSL',
    InstancePort,
    InstanceProtocol: protocol,
    SSLCertificateId: idOf(certificate),
    PolicyNames: ['Tls12'],
  }
  const tls = {
    PolicyName: 'Tls12',
    PolicyType: 'SSLNegotiationPolicyType',
    Attributes: [{ Name: 'Reference-Security-Policy', Value: 'ELBSecurityPolicy-TLS-1-2-2017-01' }],
  }
  return { Listeners: [http, https], Policies: [tls] }
}

/** A TCP check takes no path. */
function checkTarget(protocol: 'HTTP' | 'TCP', port: Value<number>, path: Value<string>): Value<string> {
  return protocol === 'TCP' ? text`TCP:${port}` : text`HTTP:${port}${path}`
}
