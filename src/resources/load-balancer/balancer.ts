import * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'
import { after, asText, idOf, idsOf, type Handle } from '../handle.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { logTarget } from './log-bucket.ts'
import { nameTag } from '../name-tag.ts'

/** The ports that an application load balancer listens on. */
export interface ListenerOptions {
  /** Port of the HTTP listener. The default is 80. */
  readonly port?: Value<number>
  /** The certificate of an HTTPS listener on 443, by ARN. */
  readonly certificate?: Handle<'AWS::CertificateManager::Certificate'>
  /** With a certificate: whether HTTP sends callers on to HTTPS, which is the default, or is served as well. */
  readonly redirect?: boolean
}

/** An application load balancer that nothing listens to yet. Throws `E_OPTION` when it has fewer than two subnets. */
export function balancer(name: string, options: LoadBalancerOptions) {
  if (options.subnets.length < 2)
    throw new CfstackError(
      'E_OPTION',
      `Cannot make application load balancer "${name}": it has ${options.subnets.length} subnets, expected two or more`,
      { hint: 'Give subnets of at least two availability zones' },
    )
  return madeBalancer(name, 'application', options, {
    'idle_timeout.timeout_seconds': asText(options.idleTimeout ?? 30),
    'routing.http.drop_invalid_header_fields.enabled': 'true',
  })
}

/** A load balancer with its access logs and the attributes of its kind, and what names in DNS need of it. */
export function madeBalancer(
  name: string,
  kind: 'application' | 'network',
  options: Omit<LoadBalancerOptions, 'idleTimeout'>,
  attributes: Readonly<Record<string, Value<string>>>,
) {
  const { accessLogs, accessLogPrefix } = options
  const logs = accessLogs === undefined ? undefined : logTarget(accessLogs)
  const all = {
    ...attributes,
    ...(logs && { 'access_logs.s3.enabled': 'true', 'access_logs.s3.bucket': logs.bucket }),
    ...(accessLogPrefix !== undefined && { 'access_logs.s3.prefix': accessLogPrefix }),
  }
  const loadBalancer = elbv2.LoadBalancer(
    `${name}LoadBalancer`,
    {
      Type: kind,
      Scheme: options.public ? 'internet-facing' : 'internal',
      Subnets: idsOf(options.subnets),
      SecurityGroups: idsOf(options.securityGroups),
      LoadBalancerAttributes: Object.entries(all).map(([Key, Value]) => ({ Key, Value })),
      Tags: nameTag(name),
    },
    after(logs?.after),
  )
  const alias = { dnsName: loadBalancer.att.DNSName, hostedZoneId: loadBalancer.att.CanonicalHostedZoneID }
  return { loadBalancer, alias }
}

/** Listens on HTTP, and with a certificate on HTTPS, and does `action` with what no rule takes. */
export function balancerListeners(
  name: string,
  options: ListenerOptions,
  loadBalancer: elbv2.LoadBalancer,
  action: elbv2.Listener.Action,
): readonly elbv2.Listener[] {
  const { certificate, redirect = true, port = 80 } = options
  const toHttps = {
    Type: 'redirect',
    RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
  }
  const http = elbv2.Listener(`${name}HttpListener`, {
    LoadBalancerArn: loadBalancer.ref,
    Port: port,
    Protocol: 'HTTP',
    DefaultActions: [certificate !== undefined && redirect ? toHttps : action],
  })
  if (certificate === undefined) return [http]
  const https = elbv2.Listener(`${name}HttpsListener`, {
    LoadBalancerArn: loadBalancer.ref,
    Port: 443,
    Protocol: 'HTTPS',
    SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
    Certificates: [{ CertificateArn: idOf(certificate) }],
    DefaultActions: [action],
  })
  return [http, https]
}
