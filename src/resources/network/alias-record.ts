import * as route53 from '../../aws/route53.ts'
import type { Value } from '../../model/value.ts'
import type { ZoneHandle } from './dns-zone.ts'
import { idOf } from '../handle.ts'
import { text } from '../text.ts'

/** What an alias points to: a load balancer's name in DNS, and the zone that AWS keeps it in. */
export interface AliasTarget {
  readonly dnsName: Value<string>
  readonly hostedZoneId: Value<string>
}

/**
 * An address record that follows a load balancer, `nginx.stack.local` of the name `nginx`; `@` is the zone's domain itself.
 *
 * @example
 * aliasRecord('Nginx', zone, 'nginx', balancer.alias)
 */
export function aliasRecord(id: string, zone: ZoneHandle, dnsName: Value<string>, target: AliasTarget) {
  return route53.RecordSet(`${id}Record`, {
    HostedZoneId: idOf(zone.zone),
    Name: dnsName === '@' ? zone.domainName : text`${dnsName}.${zone.domainName}`,
    Type: 'A',
    AliasTarget: { DNSName: target.dnsName, HostedZoneId: target.hostedZoneId, EvaluateTargetHealth: false },
  })
}
