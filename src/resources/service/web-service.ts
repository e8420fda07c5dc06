import type { Value } from '../../model/value.ts'
import { aliasRecord } from '../network/alias-record.ts'
import type { ZoneHandle } from '../network/dns-zone.ts'
import { frontedService, type FrontedServiceOptions } from './fronted-service.ts'
import type { Handle } from '../handle.ts'
import { kebab } from '../text.ts'

export interface WebServiceOptions extends Omit<
  FrontedServiceOptions,
  'public' | 'protocol' | 'certificate'
> {
  /** The certificate of the listener on 443, by ARN. */
  readonly certificate: Handle<'AWS::CertificateManager::Certificate'>
  /** The public zone. */
  readonly externalZone?: ZoneHandle
  /** The network's own zone. */
  readonly internalZone?: ZoneHandle
  /** The default is the fragment's name, `user-api` of `UserApi`. */
  readonly externalDnsName?: Value<string>
  /** The default is the fragment's name, `user-api` of `UserApi`. */
  readonly internalDnsName?: Value<string>
}

/**
 * Containers behind a public load balancer: HTTPS on 443, and 80 sends callers on to it (with `redirect: false`, serves them too).
 * Who may reach it is up to the security groups.
 *
 * @example
 * webService('Site', {
 *   cluster: main.cluster, vpc: net.vpc, subnets: net.externalSubnets, securityGroups: [groups.externalLoadBalancer],
 *   certificate: certificateArn.ref, externalZone: { zone: 'Z123', domainName: 'example.com' }, image: 'example/site:12',
 * })
 */
export function webService(name: string, options: WebServiceOptions) {
  const made = frontedService(name, { ...options, public: true })
  const record = (side: string, zone: ZoneHandle | undefined, dnsName: Value<string> = kebab(name)) =>
    zone === undefined ? undefined : aliasRecord(`${name}${side}`, zone, dnsName, made.alias)
  const externalRecord = record('External', options.externalZone, options.externalDnsName)
  const internalRecord = record('Internal', options.internalZone, options.internalDnsName)
  return { ...made, ...(externalRecord && { externalRecord }), ...(internalRecord && { internalRecord }) }
}
