import * as ec2 from '../../aws/ec2.ts'
import { after, idOf, type After, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

export interface NatGatewayOptions {
  /** An external subnet: one whose default route goes to the internet gateway. */
  readonly subnet: Handle<'AWS::EC2::Subnet'>
  /** The attachment of the internet gateway, when it is made in the same stack: without it the gateway has no way out. */
  readonly after?: After
}

/**
 * A NAT gateway with an elastic IP. `target` is what a route to it says.
 *
 * @example
 * const nat = natGateway('Nat', { subnet: net.externalSubnets[0], after: net.attachment })
 */
export function natGateway(name: string, options: NatGatewayOptions) {
  const address = ec2.EIP(`${name}Address`, { Domain: 'vpc', Tags: nameTag(name) }, after(options.after))
  const gateway = ec2.NatGateway(
    `${name}Gateway`,
    { AllocationId: address.att.AllocationId, SubnetId: idOf(options.subnet), Tags: nameTag(name) },
    after(options.after),
  )
  return { address, gateway, target: { NatGatewayId: gateway.ref }, publicIp: address.ref }
}
