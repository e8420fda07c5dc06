import * as ec2 from '../../aws/ec2.ts'
import { CfstackError } from '../../model/error.ts'
import { getAZs, select } from '../../model/functions.ts'
import type { Value } from '../../model/value.ts'
import { cidrPlan, type ZoneBlocks } from './cidr-plan.ts'
import { nameTag } from '../name-tag.ts'
import { natGateway } from './nat-gateway.ts'
import { natInstance, natSecurityGroup, type NatInstanceOptions } from './nat-instance.ts'

export interface NetworkOptions {
  /** The network's block, /16 to /24 or so. The default is `10.30.0.0/16`. */
  readonly cidr?: string
  /** How many of the region's availability zones to use, or their names. The default is 3. */
  readonly zones?: number | readonly Value<string>[]
  /** Number of zones that addresses are kept for; see `cidrPlan`. The default is 4. */
  readonly room?: number
  /** Blocks of your own, one of each kind for every zone; the default comes from `cidrPlan`. */
  readonly blocks?: readonly Pick<ZoneBlocks, 'internal' | 'external'>[]
  /**
   * How internal subnets reach the internet: a NAT gateway in every zone (the default), one for all zones (cheaper, and gone
   * with its zone), a NAT instance in every zone, or not at all.
   */
  readonly nat?: 'gateway-per-zone' | 'single' | 'instances' | 'none'
  /** For `nat: 'instances'`. */
  readonly natInstances?: NatInstanceOptions
}

/** A network of one external and one internal subnet per zone. */
export type Network = ReturnType<typeof network>

/**
 * A VPC with DNS, an internet gateway, an external and an internal subnet in every availability zone, one route table for the
 * external subnets and one for each internal subnet. `routesOut` is what hosts in internal subnets wait for before they need
 * the internet. Throws `E_CIDR` when the block is too small for the zones.
 *
 * @example
 * const net = network('Net', { cidr: '10.31.0.0/16', nat: 'single' })
 * ec2.SecurityGroup('Web', { GroupDescription: 'Web servers', VpcId: net.vpc.ref })
 */
export function network(name: string, options: NetworkOptions = {}) {
  const { cidr = '10.30.0.0/16', nat = 'gateway-per-zone' } = options
  const availabilityZones = zoneNames(options.zones ?? 3)
  const blocks = zoneBlocks(cidr, availabilityZones.length, options)
  const gate = internetAccess(name, cidr)
  const zones = availabilityZones.map((zone, i) => oneZone(name, letter(i), zone, blockAt(blocks, i), gate))
  const out = waysOut(name, nat, zones, gate, blocks, options.natInstances)
  return {
    ...gate,
    zones,
    ...out,
    externalSubnets: zones.map((zone) => zone.external.subnet),
    internalSubnets: zones.map((zone) => zone.internal.subnet),
    internalRouteTables: zones.map((zone) => zone.internal.routeTable),
    availabilityZones,
    natAddresses: out.nats.map((device) => device.publicIp),
  }
}

type Blocks = Pick<ZoneBlocks, 'internal' | 'external'>

/** The NAT devices that the option asks for, and a default route to one of them for every internal subnet. */
function waysOut(
  name: string,
  nat: NonNullable<NetworkOptions['nat']>,
  zones: readonly ReturnType<typeof oneZone>[],
  gate: ReturnType<typeof internetAccess>,
  blocks: readonly Blocks[],
  instances: NatInstanceOptions = {},
) {
  const internal = blocks.map((block) => block.internal)
  const group = nat === 'instances' ? natSecurityGroup(`${name}Nat`, gate.vpc, internal) : undefined
  const served = nat === 'none' ? [] : nat === 'single' ? zones.slice(0, 1) : zones
  const nats = served.map((zone, i) => {
    const id = `${name}Nat${nat === 'single' ? '' : letter(i)}`
    const place = { subnet: zone.external.subnet, after: [gate.defaultRoute, zone.external.association] }
    return group ? natInstance(id, { ...place, ...instances, securityGroup: group }) : natGateway(id, place)
  })
  const routesOut = zones.flatMap((zone, i) => {
    const device = nats[nat === 'single' ? 0 : i]
    if (device === undefined) return []
    const route = {
      RouteTableId: zone.internal.routeTable.ref,
      DestinationCidrBlock: '0.0.0.0/0',
      ...device.target,
    }
    return [ec2.Route(`${name}Internal${letter(i)}DefaultRoute`, route)]
  })
  return { ...(group && { natSecurityGroup: group }), nats, routesOut }
}

function zoneNames(zones: number | readonly Value<string>[]): readonly Value<string>[] {
  if (typeof zones === 'number') return Array.from({ length: zones }, (_, i) => select(i, getAZs()))
  return zones
}

function zoneBlocks(cidr: string, zones: number, options: NetworkOptions): readonly Blocks[] {
  if (options.blocks === undefined)
    return cidrPlan({ base: cidr, zones, ...(options.room !== undefined && { room: options.room }) }).zones
  if (options.blocks.length === zones) return options.blocks
  throw new CfstackError(
    'E_CIDR',
    `Cannot make a network: ${options.blocks.length} pairs of blocks for ${zones} zones`,
    {
      hint: 'Give one internal and one external block for every zone',
    },
  )
}

function blockAt(blocks: readonly Blocks[], i: number) {
  const block = blocks[i]
  if (block === undefined)
    throw new CfstackError('E_CIDR', `Cannot make a network: zone ${letter(i)} has no blocks`)
  return block
}

/** A, B, … Z, then the number. */
function letter(i: number): string {
  return i < 26 ? String.fromCharCode(65 + i) : String(i + 1)
}

function internetAccess(name: string, cidr: string) {
  const vpc = ec2.VPC(`${name}Vpc`, {
    CidrBlock: cidr,
    EnableDnsSupport: true,
    EnableDnsHostnames: true,
    Tags: nameTag(name),
  })
  const gateway = ec2.InternetGateway(`${name}Gateway`, { Tags: nameTag(name) })
  const attachment = ec2.VPCGatewayAttachment(`${name}GatewayAttachment`, {
    VpcId: vpc.ref,
    InternetGatewayId: gateway.ref,
  })
  const externalRouteTable = ec2.RouteTable(`${name}ExternalRouteTable`, {
    VpcId: vpc.ref,
    Tags: nameTag(`${name}-external`),
  })
  const defaultRoute = ec2.Route(
    `${name}ExternalDefaultRoute`,
    { RouteTableId: externalRouteTable.ref, DestinationCidrBlock: '0.0.0.0/0', GatewayId: gateway.ref },
    { DependsOn: attachment },
  )
  return { vpc, gateway, attachment, externalRouteTable, defaultRoute }
}

function oneZone(
  name: string,
  zone: string,
  AvailabilityZone: Value<string>,
  blocks: Blocks,
  gate: ReturnType<typeof internetAccess>,
) {
  const [external, internal] = [`${name}External${zone}`, `${name}Internal${zone}`]
  const VpcId = gate.vpc.ref
  const externalSubnet = ec2.Subnet(`${external}Subnet`, {
    VpcId,
    AvailabilityZone,
    CidrBlock: blocks.external,
    MapPublicIpOnLaunch: true,
    Tags: nameTag(`${name}-external-${zone}`),
  })
  const externalAssociation = ec2.SubnetRouteTableAssociation(`${external}Association`, {
    SubnetId: externalSubnet.ref,
    RouteTableId: gate.externalRouteTable.ref,
  })
  const internalSubnet = ec2.Subnet(`${internal}Subnet`, {
    VpcId,
    AvailabilityZone,
    CidrBlock: blocks.internal,
    Tags: nameTag(`${name}-internal-${zone}`),
  })
  const routeTable = ec2.RouteTable(`${internal}RouteTable`, {
    VpcId,
    Tags: nameTag(`${name}-internal-${zone}`),
  })
  const association = ec2.SubnetRouteTableAssociation(`${internal}Association`, {
    SubnetId: internalSubnet.ref,
    RouteTableId: routeTable.ref,
  })
  return {
    external: { subnet: externalSubnet, association: externalAssociation },
    internal: { subnet: internalSubnet, routeTable, association },
  }
}
