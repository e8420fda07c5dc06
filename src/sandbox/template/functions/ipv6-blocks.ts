/**
 * What `Fn::Cidr` yields for an IPv6 block: `count` blocks of 2^`bits` addresses from its start. Undefined when it is no block, or they do
 * not fit.
 */
export function cutIpv6Block(text: string, count: number, bits: number): readonly string[] | undefined {
  const [address = '', length = ''] = text.split('/')
  const start = readIpv6(address)
  const prefix = Number(length)
  if (start === undefined || !/^\d{1,3}$/.test(length) || prefix > 128 || count < 1 || count > 256)
    return undefined
  const inner = 128 - bits
  if (bits < 1 || inner < prefix || (inner - prefix < 9 && count > 2 ** (inner - prefix))) return undefined
  const first = (start >> BigInt(128 - prefix)) << BigInt(128 - prefix)
  return Array.from({ length: count }, (_, i) => `${printIpv6(first + (BigInt(i) << BigInt(bits)))}/${inner}`)
}

function readIpv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const gap = 8 - head.length - tail.length
  if (halves.length === 1 ? gap !== 0 : gap < 1) return undefined
  const groups = [...head, ...Array<string>(gap).fill('0'), ...tail]
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group}`), 0n)
}

/** The longest run of zeros is `::`, as RFC 5952 has it. */
function printIpv6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((address >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  )
  const runs = groups.join(':').match(/\b0(?::0)+\b/g) ?? []
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '')
  if (longest === '') return groups.join(':')
  return groups.join(':').replace(new RegExp(`(^|:)${longest}(:|$)`), '::')
}
