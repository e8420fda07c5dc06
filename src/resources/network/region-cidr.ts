import { CfstackError } from '../../model/error.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { blockSize, parseBlock, printBlock } from '../../model/ipv4-block.ts'

/** In the order in which blocks are dealt out; new regions go at the end, so that no block ever moves. */
const dealtOut: readonly string[] = [
  'us-west-2',
  'us-east-1',
  'us-west-1',
  'us-east-2',
  'eu-west-1',
  'eu-central-1',
  'ap-southeast-1',
  'ap-northeast-1',
  'ap-southeast-2',
  'ap-northeast-2',
  'sa-east-1',
  'ca-central-1',
  'eu-west-2',
  'eu-west-3',
  'eu-north-1',
  'eu-south-1',
  'ap-south-1',
  'ap-northeast-3',
  'ap-east-1',
  'af-south-1',
  'me-south-1',
  'us-gov-west-1',
  'us-gov-east-1',
  'cn-north-1',
  'cn-northwest-1',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-7',
  'ap-south-2',
  'ap-east-2',
  'ca-west-1',
  'eu-central-2',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
]

export interface RegionCidrOptions {
  /** The first region's block. The default is `10.30.0.0/16`. */
  readonly first?: string
  /** Your regions in the order in which they get blocks; append only. The default is cfstack's own list, `us-west-2` first. */
  readonly regions?: readonly string[]
}

/**
 * The network block of a region: each has the next block of the size of the first, so that networks of different regions can be
 * peered. With /16 blocks the second octet tells the region. Throws `E_REGION` for a region that is not in the list, `E_CIDR`
 * when the list runs out of addresses.
 *
 * @example
 * regionCidr('us-west-2') // '10.30.0.0/16'
 * regionCidr('us-east-1') // '10.31.0.0/16'
 */
export function regionCidr(region: string, options: RegionCidrOptions = {}): string {
  const { first = '10.30.0.0/16', regions = dealtOut } = options
  const index = regions.indexOf(region)
  if (index < 0) {
    const near = didYouMean(region, regions)
    throw new CfstackError(
      'E_REGION',
      `Cannot choose a block for region "${region}": it is not in the list`,
      {
        hint:
          near === undefined
            ? 'Give the option `regions`'
            : `Did you mean "${near}"? Else give the option \`regions\``,
      },
    )
  }
  const { address, prefix } = parseBlock(first)
  const own = address + index * blockSize(prefix)
  if (own + blockSize(prefix) > 2 ** 32)
    throw new CfstackError(
      'E_CIDR',
      `Cannot choose a block for region "${region}": there is none left after "${first}"`,
    )
  return printBlock({ address: own, prefix })
}
