import { CfstackError } from './error.ts'

/** An IPv4 block: the address as a number, and the length of its prefix. */
export interface Ipv4Block {
  readonly address: number
  readonly prefix: number
}

/** Reads `10.30.0.0/16`. Throws `E_CIDR` when it is not a block, or when its address has bits beyond the prefix. */
export function parseBlock(text: string): Ipv4Block {
  const block = readBlock(text)
  if (block === undefined)
    throw new CfstackError('E_CIDR', `Cannot read address block "${text}": it is not an IPv4 block`, {
      hint: 'Write it as 10.30.0.0/16',
    })
  if (readAddress(text.split('/')[0] as string) !== block.address)
    throw new CfstackError(
      'E_CIDR',
      `Cannot use address block "${text}": its address has bits beyond the prefix`,
      { hint: `Did you mean "${printBlock(block)}"?` },
    )
  return block
}

/** Reads a block as EC2 does: bits beyond the prefix are dropped, `10.30.9.1/16` is `10.30.0.0/16`. Undefined when it is no block. */
export function readBlock(text: string): Ipv4Block | undefined {
  const match = /^([\d.]+)\/(\d{1,2})$/.exec(text)
  const [address, prefix] = [readAddress(match?.[1] ?? ''), Number(match?.[2])]
  if (address === undefined || prefix > 32) return undefined
  return { address: address - (address % blockSize(prefix)), prefix }
}

/** Reads `10.30.0.2`; undefined when it is no IPv4 address. */
export function readAddress(text: string): number | undefined {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  if (octets === undefined || octets.some((octet) => octet > 255)) return undefined
  return octets.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** Writes a block as `10.30.0.0/16`. */
export function printBlock(block: Ipv4Block): string {
  return `${printAddress(block.address)}/${block.prefix}`
}

/** Writes an address as `10.30.0.2`. */
export function printAddress(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.')
}

/** How many addresses a prefix of this length leaves. */
export function blockSize(prefix: number): number {
  return 2 ** (32 - prefix)
}

/** Whether all of `inner` lies in `outer`; every block covers itself. */
export function covers(outer: Ipv4Block, inner: Ipv4Block): boolean {
  return (
    inner.prefix >= outer.prefix &&
    inner.address - (inner.address % blockSize(outer.prefix)) === outer.address
  )
}

/** Whether two blocks share an address: of blocks, one then covers the other. */
export function overlaps(one: Ipv4Block, other: Ipv4Block): boolean {
  return covers(one, other) || covers(other, one)
}

/**
 * What `Fn::Cidr` yields: `count` blocks of 2^`cidrBits` addresses, one after the other from the start of the block. Undefined when
 * CloudFormation would refuse it: more than 256 blocks, or more than fit.
 */
export function cutBlock(
  block: Ipv4Block,
  count: number,
  cidrBits: number,
): readonly Ipv4Block[] | undefined {
  const prefix = 32 - cidrBits
  const isWhole = [count, cidrBits].every((number) => Number.isInteger(number) && number > 0)
  if (!isWhole || count > 256 || prefix < block.prefix || count > 2 ** (prefix - block.prefix))
    return undefined
  return Array.from({ length: count }, (_, i) => ({ address: block.address + i * blockSize(prefix), prefix }))
}
