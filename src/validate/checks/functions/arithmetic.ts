import type { Check, Problem } from '../../check.ts'
import { blame, isForMacro } from '../../functions/blame.ts'
import { onlyKey, type JsonObject } from '../../json.ts'
import { functionArguments } from './arguments.ts'

/** What can be counted: items that are selected exist, and blocks that are cut fit. */
export const arithmetic: Check = {
  rules: functionArguments.rules,
  run({ uses }, report) {
    for (const { name, argument, path } of uses) {
      if (!Array.isArray(argument) || isForMacro(path)) continue
      const problem =
        name === 'Fn::Select' ? judgeSelect(argument) : name === 'Fn::Cidr' ? judgeCidr(argument) : undefined
      if (problem !== undefined) report({ code: blame(path), path, ...problem })
    }
  },
}

type Told = Pick<Problem, 'message' | 'hint'>

function judgeSelect([index, list]: readonly unknown[]): Told | undefined {
  const wanted = wholeNumber(index)
  const count = countOf(list)
  if (wanted === undefined) return undefined
  if (wanted < 0) return { message: `Fn::Select has no item ${wanted}`, hint: 'The first item is 0' }
  return count === undefined || wanted < count
    ? undefined
    : { message: `Fn::Select takes item ${wanted} of ${count}`, hint: 'The first item is 0' }
}

/** How many items a list has; undefined when that is not known, or conditions may leave some out. */
function countOf(list: unknown): number | undefined {
  if (Array.isArray(list))
    return list.every((item) => onlyKey(item) !== 'Fn::If' && !isAbsent(item)) ? list.length : undefined
  const call = onlyKey(list)
  const argument: unknown = call === undefined ? undefined : (list as JsonObject)[call]
  if (!Array.isArray(argument)) return undefined
  if (call === 'Fn::Cidr') return wholeNumber(argument[1])
  const [delimiter, text] = argument as readonly unknown[]
  const isKnown =
    typeof delimiter === 'string' && delimiter !== '' && typeof text === 'string' && !text.includes('{{')
  return call === 'Fn::Split' && isKnown ? text.split(delimiter).length : undefined
}

function isAbsent(item: unknown): boolean {
  return onlyKey(item) === 'Ref' && (item as JsonObject)['Ref'] === 'AWS::NoValue'
}

function judgeCidr([block, count, bits]: readonly unknown[]): Told | undefined {
  const [wanted, size] = [wholeNumber(count), wholeNumber(bits)]
  if (typeof block !== 'string' || wanted === undefined || size === undefined) return undefined
  const length = /^[\d.]+\/(\d{1,2})$/.exec(block)
  const whole = length === null ? undefined : 32 - Number(length[1])
  if (whole === undefined || whole < 0) return undefined
  const room = size > whole ? 0 : 2 ** (whole - size)
  return wanted <= room
    ? undefined
    : {
        message: `"${block}" has room for ${room} blocks of ${size} bits, not for ${wanted}`,
        hint: 'The bits are those of the hosts: 8 make a /24',
      }
}

function wholeNumber(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^-?\d+$/.test(value.trim())
  return isText || (typeof value === 'number' && Number.isInteger(value)) ? Number(value) : undefined
}
