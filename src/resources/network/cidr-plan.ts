import { CfstackError } from '../../model/error.ts'
import { blockSize, parseBlock, printBlock, type Ipv4Block } from '../../model/ipv4-block.ts'

export interface CidrPlanOptions {
  /** The whole network's block, /16 to /24 or so. The default is `10.30.0.0/16`. */
  readonly base?: string
  /** Number of availability zones. The default is 3. */
  readonly zones?: number
  /**
   * Number of zones that addresses are kept for, 4 by default and never fewer than `zones`. It decides how the base is cut: to
   * change it later moves every subnet.
   */
  readonly room?: number
}

/** The blocks of one zone: half of it internal, a quarter external, a quarter kept free. */
export interface ZoneBlocks {
  readonly internal: string
  readonly external: string
  readonly spare: string
}

export interface CidrPlan {
  readonly base: string
  readonly zones: readonly ZoneBlocks[]
  /** Blocks of the zones that are not used yet, each as large as a used zone's. */
  readonly spare: readonly string[]
}

/**
 * Cuts a network's block into zones, and each zone into an internal, an external and a spare block: of a /16, each zone has a
 * /18, with a /19, a /20 and a /20 in it. Throws `E_CIDR` for a block that is not one, or too small: AWS wants the network
 * between /16 and /28, and no subnet smaller than /28.
 *
 * @example
 * cidrPlan().zones[1] // { internal: '10.30.64.0/19', external: '10.30.96.0/20', spare: '10.30.112.0/20' }
 */
export function cidrPlan(options: CidrPlanOptions = {}): CidrPlan {
  const { base = '10.30.0.0/16', zones = 3 } = options
  const room = Math.max(options.room ?? 4, zones)
  if (!Number.isInteger(zones) || zones < 1)
    throw new CfstackError(
      'E_CIDR',
      `Cannot plan addresses for ${zones} zones: expected a whole number of at least 1`,
    )
  const whole = parseBlock(base)
  const zonePrefix = whole.prefix + Math.ceil(Math.log2(room))
  checkSizes(base, whole, zonePrefix, room)
  const cut = Array.from({ length: 2 ** (zonePrefix - whole.prefix) }, (_, i) => ({
    address: whole.address + i * blockSize(zonePrefix),
    prefix: zonePrefix,
  }))
  return { base, zones: cut.slice(0, zones).map(zoneBlocks), spare: cut.slice(zones).map(printBlock) }
}

function zoneBlocks({ address, prefix }: Ipv4Block): ZoneBlocks {
  const quarter = blockSize(prefix + 2)
  return {
    internal: printBlock({ address, prefix: prefix + 1 }),
    external: printBlock({ address: address + 2 * quarter, prefix: prefix + 2 }),
    spare: printBlock({ address: address + 3 * quarter, prefix: prefix + 2 }),
  }
}

function checkSizes(base: string, whole: Ipv4Block, zonePrefix: number, room: number): void {
  if (whole.prefix < 16 || whole.prefix > 28)
    throw new CfstackError(
      'E_CIDR',
      `Cannot plan addresses in "${base}": its prefix is /${whole.prefix}, expected /16 to /28`,
      {
        hint: 'A VPC has between 16 and 65,536 addresses',
      },
    )
  if (zonePrefix + 2 > 28)
    throw new CfstackError(
      'E_CIDR',
      `Cannot plan addresses in "${base}": ${room} zones leave subnets of /${zonePrefix + 2}, expected /28 or larger`,
      { hint: `Use a base of /${28 - 2 - Math.ceil(Math.log2(room))} or larger, or fewer zones` },
    )
}
