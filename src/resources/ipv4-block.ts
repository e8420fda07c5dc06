import { CfstackError } from '../model/error.ts'

/** An IPv4 block: the address as a number, and the length of its prefix. */
export interface Ipv4Block {
  readonly address: number
  readonly prefix: number
}

/** Reads `10.30.0.0/16`. Throws `E_CIDR` when it is not a block, or when its address has bits beyond the prefix. */
export function parseBlock(text: string): Ipv4Block {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)
  const [octets, prefix] = [match?.slice(1, 5).map(Number) ?? [], Number(match?.[5])]
  if (match === null || octets.some((octet) => octet > 255) || prefix > 32)
    throw new CfstackError('E_CIDR', `Cannot read address block "${text}": it is not an IPv4 block`, {
      hint: 'Write it as 10.30.0.0/16',
    })
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  if (address % blockSize(prefix) !== 0)
    throw new CfstackError(
      'E_CIDR',
      `Cannot use address block "${text}": its address has bits beyond the prefix`,
      {
        hint: `Did you mean "${printBlock({ address: address - (address % blockSize(prefix)), prefix })}"?`,
      },
    )
  return { address, prefix }
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
