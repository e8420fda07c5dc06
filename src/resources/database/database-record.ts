import * as route53 from '../../aws/route53.ts'
import type { Value } from '../../model/value.ts'
import type { DatabaseOptions } from './database-options.ts'
import { idOf } from '../handle.ts'
import { kebab, text } from '../text.ts'

/** The name of a database in a zone, when one is given: it stays when the database is replaced. */
export function databaseRecord(
  name: string,
  { zone, dnsName }: DatabaseOptions,
  address: Value<string>,
): { readonly record?: route53.RecordSet } {
  if (zone === undefined) return {}
  const record = route53.RecordSet(`${name}Record`, {
    HostedZoneId: idOf(zone.zone),
    Name: text`${dnsName ?? kebab(name)}.${zone.domainName}`,
    Type: 'CNAME',
    TTL: '300',
    ResourceRecords: [address],
  })
  return { record }
}
