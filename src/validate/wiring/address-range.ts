import { blockSize, printBlock, readBlock } from '../../model/ipv4-block.ts'
import { getAttParts } from '../attributes.ts'
import { isObject, onlyKey, type JsonObject } from '../json.ts'
import type { TemplateView } from '../template-view.ts'
import { numberIn, textIn } from './literal.ts'
import { placeOf, read, type Place } from './place.ts'
import { both, type When } from './when.ts'

/** IPv4 addresses that follow each other. */
export interface AddressRange {
  /** What the addresses are counted from: empty for the whole address space, or a block that is not known, as JSON. */
  readonly base: string
  readonly from: number
  /** Undefined for a block whose size is not known: it begins at `from`. */
  readonly size: number | undefined
  /** The block as a message shows it. */
  readonly shown: string
  /** Whether it stands there written out, without any function. */
  readonly isLiteral: boolean
  /** Parameters whose default it rests on. */
  readonly defaults: readonly string[]
  /** Regions in which it is that, of those that the template is meant for; undefined: in all. */
  readonly region: string | undefined
  readonly when: When
}

type Known = Omit<AddressRange, 'when' | 'isLiteral'>

/** How deep blocks may be made of blocks. */
const deepest = 8

/** The IPv4 blocks that a place may hold, as far as they can be told: none when nothing is known. */
export function rangesAt(place: Place, template: TemplateView): readonly AddressRange[] {
  const isLiteral = textIn(place.value) !== undefined
  return evaluate(place.value, template, 0).map((known) => ({ ...known, isLiteral, when: place.when }))
}

function evaluate(value: unknown, template: TemplateView, depth: number): readonly Known[] {
  const text = textIn(value)
  if (text !== undefined) return literal(text)
  const call = onlyKey(value)
  if (call === undefined || depth > deepest || !isObject(value)) return []
  const argument = value[call]
  if (call === 'Ref') return ofParameter(argument, template)
  if (call === 'Fn::FindInMap') return inMap(argument, template)
  if (call === 'Fn::Select') return selected(argument, template, depth)
  return call === 'Fn::GetAtt' ? ofResource(argument, template, depth) : []
}

function literal(text: string): readonly Known[] {
  const block = readBlock(text)
  if (block === undefined) return []
  const { address, prefix } = block
  return [
    {
      base: '',
      from: address,
      size: blockSize(prefix),
      shown: printBlock(block),
      defaults: [],
      region: undefined,
    },
  ]
}

/** A parameter without a default is a block that is not known. */
function ofParameter(name: unknown, { parameters }: TemplateView): readonly Known[] {
  const parameter = typeof name === 'string' && Object.hasOwn(parameters, name) ? parameters[name] : undefined
  if (!isObject(parameter)) return []
  const known = literal(textIn(parameter['Default']) ?? '').map((one) => ({
    ...one,
    defaults: [String(name)],
  }))
  return known.length > 0 ? known : [unknownBlock({ Ref: name }, `parameter "${String(name)}"`)]
}

function unknownBlock(expression: unknown, shown: string): Known {
  return {
    base: JSON.stringify(expression),
    from: 0,
    size: undefined,
    shown,
    defaults: [],
    region: undefined,
  }
}

/** The attribute of a VPC that is its block: that of the VPC itself, or one that is not known. */
function ofResource(argument: unknown, template: TemplateView, depth: number): readonly Known[] {
  const parts = getAttParts(argument)
  const owner = parts && template.resources.get(parts.id)
  if (owner?.type !== 'AWS::EC2::VPC' || parts?.attribute !== 'CidrBlock') return []
  const own = read(placeOf(owner), 'Properties', 'CidrBlock')
  const known = own.length === 1 ? evaluate(own[0]?.value, template, depth + 1) : []
  return known.length > 0 ? known : [unknownBlock(['vpc', owner.id], `VPC "${owner.id}"`)]
}

function inMap(argument: unknown, template: TemplateView): readonly Known[] {
  if (!Array.isArray(argument) || argument.length !== 3) return []
  const [map, first, second] = argument as readonly unknown[]
  const lines = childOf(template.mappings, map)
  const isRegion = onlyKey(first) === 'Ref' && (first as JsonObject)['Ref'] === 'AWS::Region'
  const keys = isRegion ? template.regions : [textIn(first)]
  return keys.flatMap((key) => {
    const text = textIn(childOf(childOf(lines, key), textIn(second)))
    const region = isRegion ? key : undefined
    return text === undefined ? [] : literal(text).map((known) => ({ ...known, region }))
  })
}

function childOf(value: unknown, key: unknown): unknown {
  return isObject(value) && typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined
}

/** One of the blocks of `Fn::Cidr`. Where the whole is not known, blocks of one whole can still be told apart. */
function selected(argument: unknown, template: TemplateView, depth: number): readonly Known[] {
  const [index, list] = Array.isArray(argument) ? [numberIn(argument[0]), argument[1] as unknown] : []
  const cut = onlyKey(list) === 'Fn::Cidr' ? (list as JsonObject)['Fn::Cidr'] : undefined
  if (!Array.isArray(cut) || index === undefined || index < 0 || !Number.isInteger(index)) return []
  const [count, bits] = [numberIn(cut[1]), numberIn(cut[2])]
  // Without a size, a block of IPv6 is meant, or one that is not valid.
  if (count === undefined || bits === undefined || index >= count || bits > 28 || bits < 1) return []
  return evaluate(cut[0], template, depth + 1).flatMap((whole) => {
    const size = 2 ** bits
    const from = whole.from + index * size
    if (whole.size !== undefined && count * size > whole.size) return []
    const shown =
      whole.base === ''
        ? printBlock({ address: from, prefix: 32 - bits })
        : `block ${index} of ${whole.shown}`
    return [{ ...whole, from, size, shown }]
  })
}

/** The cases in which two ranges are there together; undefined when there are none. */
export function togetherIn(a: AddressRange, b: AddressRange): When | undefined {
  if (a.region !== undefined && b.region !== undefined && a.region !== b.region) return undefined
  return both(a.when, b.when)
}

/** Whether two ranges surely share an address. */
export function overlap(a: AddressRange, b: AddressRange): boolean {
  if (a.base !== b.base) return false
  return a.from < b.from + (b.size ?? 1) && b.from < a.from + (a.size ?? 1)
}

/** Whether one range surely does not lie in the other. */
export function isOutside(inner: AddressRange, outer: AddressRange): boolean {
  if (inner.base !== outer.base || outer.size === undefined || inner.size === undefined) return false
  return inner.from < outer.from || inner.from + inner.size > outer.from + outer.size
}
