import * as route53 from '../../aws/route53.ts'
import { region } from '../../model/pseudo.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'

export interface DnsZoneOptions {
  /** The domain. The default is `stack.local`. */
  readonly domainName?: Value<string>
  /** The network that sees the zone. Without one the zone is public. */
  readonly vpc?: Handle<'AWS::EC2::VPC'>
}

/** A zone that records can be put in: what `dnsZone` returns, or an existing zone's id and domain. */
export interface ZoneHandle {
  readonly zone: Handle<'AWS::Route53::HostedZone'>
  readonly domainName: Value<string>
}

/**
 * A DNS zone, private to a network when one is given.
 *
 * @example
 * const zone = dnsZone('Zone', { domainName: 'stack.local', vpc: net.vpc })
 */
export function dnsZone(name: string, options: DnsZoneOptions = {}) {
  const { domainName = 'stack.local', vpc } = options
  const zone = route53.HostedZone(`${name}HostedZone`, {
    Name: domainName,
    ...(vpc !== undefined && { VPCs: [{ VPCId: idOf(vpc), VPCRegion: region }] }),
  })
  return { zone, domainName }
}
