import { cutBlock, printBlock, readBlock } from '../../../model/ipv4-block.ts'
import { validationError } from '../../service-error.ts'
import { malformedCall } from './malformed-call.ts'
import type { TemplateFunction } from '../resolve-env.ts'
import { unknownValue } from '../unknown-value.ts'
import { cutIpv6Block } from './ipv6-blocks.ts'
import { textOfScalar } from './text-of-scalar.ts'

/** `Fn::Cidr`: blocks of addresses cut from a larger one. */
export const cidr: TemplateFunction = (argument, env, resolve) => {
  if (!Array.isArray(argument) || argument.length < 2 || argument.length > 3) throw malformedCall('Fn::Cidr')
  const parts = argument.map((part) => textOfScalar(resolve(part, env)))
  if (parts.includes(unknownValue)) return unknownValue
  const [block = '', count = '', bits] = parts
  if (!/^\d+$/.test(count) || (bits !== undefined && !/^\d+$/.test(bits))) throw malformedCall('Fn::Cidr')
  const blocks = block.includes(':')
    ? cutIpv6Block(block, Number(count), Number(bits ?? '64'))
    : cutIpv4Block(block, Number(count), Number(bits ?? '8'))
  if (blocks === undefined)
    throw validationError(
      `Template error: Fn::Cidr failed to calculate ${count} blocks of ${bits ?? '8'} bits from ${block}`,
    )
  return blocks
}

function cutIpv4Block(text: string, count: number, bits: number): readonly string[] | undefined {
  const block = readBlock(text)
  return block && cutBlock(block, count, bits)?.map(printBlock)
}
