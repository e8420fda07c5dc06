import * as ec2 from '../../aws/ec2.ts'
import type { Value } from '../../model/value.ts'
import { idOf, type Handle } from '../handle.ts'
import { parseBlock, printAddress } from '../../model/ipv4-block.ts'
import { nameTag } from '../name-tag.ts'

export interface DhcpOptionsOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** What hosts append to short names. The default is `stack.local`. */
  readonly domainName?: Value<string>
  /** Name servers, by address. The default is `AmazonProvidedDNS`; `resolverAddress(cidr)` names the same server by address. */
  readonly servers?: readonly Value<string>[]
}

/**
 * What hosts of the network get with their address: the search domain, by which `http://nginx` finds `nginx.stack.local`, and the
 * name servers.
 *
 * @example
 * dhcpOptions('Dhcp', { vpc: net.vpc, servers: [resolverAddress('10.30.0.0/16')] })
 */
export function dhcpOptions(name: string, options: DhcpOptionsOptions) {
  const { domainName = 'stack.local', servers = ['AmazonProvidedDNS'] } = options
  const dhcp = ec2.DHCPOptions(`${name}Options`, {
    DomainName: domainName,
    DomainNameServers: servers,
    Tags: nameTag(name),
  })
  const association = ec2.VPCDHCPOptionsAssociation(`${name}Association`, {
    VpcId: idOf(options.vpc),
    DhcpOptionsId: dhcp.ref,
  })
  return { dhcp, association }
}

/** The address of a VPC's own name server: its base plus two, `10.30.0.2` of `10.30.0.0/16`. */
export function resolverAddress(cidr: string): string {
  return printAddress(parseBlock(cidr).address + 2)
}
