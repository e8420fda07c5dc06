import * as servicediscovery from '../../aws/servicediscovery.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'

export interface DiscoveryNamespaceOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The domain that running copies are found under; a zone of its own, apart from `dnsZone`'s. */
  readonly domainName: Value<string>
}

/**
 * A namespace of Cloud Map, in which services put the addresses of their running copies: give it to them as `namespace`.
 *
 * @example
 * const found = discoveryNamespace('Found', { vpc: net.vpc, domainName: 'tasks.stack.local' })
 */
export function discoveryNamespace(name: string, options: DiscoveryNamespaceOptions) {
  const namespace = servicediscovery.PrivateDnsNamespace(`${name}Namespace`, {
    Name: options.domainName,
    Vpc: idOf(options.vpc),
  })
  return { namespace }
}
