import * as fc from 'fast-check'

/** One change to a template: what is done, where (a share of all places, 0 to 1), and with what. */
export interface Mutation {
  readonly kind: 'delete' | 'duplicate' | 'retype' | 'nest' | 'rename' | 'move'
  readonly where: number
  readonly to: number
  readonly name: string
  readonly value: unknown
}

/** Names that mean something to JavaScript, to CloudFormation, or to nobody. */
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'length',
  '',
  'Ref',
  'Fn::If',
  'Fn::GetAtt',
  'Fn::Sub',
  'Fn::Transform',
  'Fn::ForEach::A',
  'Condition',
  'Type',
  'Properties',
  'DependsOn',
  'X',
  'ÄÖ',
  'a b',
  'AWS::NoValue',
]
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  '',
  'text',
  '${A}',
  '${A.B}',
  '{{resolve:ssm:a}}',
  'AWS::S3::Bucket',
  [],
  {},
  [[]],
  [null],
  { Ref: 'X' },
  { Ref: 'AWS::NoValue' },
  { 'Fn::If': ['C', 1] },
  { 'Fn::GetAtt': 'A' },
  { 'Fn::Sub': ['${A}', null] },
  { 'Fn::Join': [',', { Ref: 'X' }] },
  { 'Fn::Select': [99, []] },
  { 'Fn::Cidr': ['10.0.0.0/8', 1e9, 'x'] },
  { 'Fn::FindInMap': [{ Ref: 'X' }, null, 1, {}] },
  { 'Fn::Transform': null },
  { toString: 1 },
]

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'duplicate', 'retype', 'nest', 'rename', 'move'),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  name: fc.constantFrom(...names),
  value: fc.oneof(
    fc.constantFrom<unknown>(...values),
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>,
  ),
})

type Holder = { [key: string]: unknown } | unknown[]

/** A copy of a template with the mutations made, one after the other. */
export function mutated(template: unknown, mutations: readonly Mutation[]): unknown {
  const copy = structuredClone(template)
  for (const one of mutations) {
    const places = placesOf(copy)
    const place = places[Math.min(Math.floor(one.where * places.length), places.length - 1)]
    const other = places[Math.min(Math.floor(one.to * places.length), places.length - 1)]
    if (place !== undefined && other !== undefined)
      apply(one, place, structuredClone(other.holder[other.key as never]))
  }
  return copy
}

interface Place {
  readonly holder: Holder
  readonly key: string
}

function apply({ kind, name, value }: Mutation, { holder, key }: Place, other: unknown): void {
  const own = holder[key as never] as unknown
  if (Array.isArray(holder)) {
    if (kind === 'delete') holder.splice(Number(key), 1)
    else if (kind === 'duplicate') holder.push(structuredClone(own))
    else
      holder[Number(key)] =
        kind === 'nest' ? { [name]: own } : kind === 'move' ? other : structuredClone(value)
    return
  }
  if (kind === 'delete' || kind === 'rename') delete holder[key]
  if (kind === 'rename' || kind === 'duplicate') define(holder, name, structuredClone(own))
  if (kind === 'retype') define(holder, key, structuredClone(value))
  if (kind === 'move') define(holder, key, other)
  if (kind === 'nest') {
    const around = {}
    define(around, name, own)
    define(holder, key, around)
  }
}

/** Also for the name that would set a prototype. */
function define(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}

function placesOf(value: unknown, places: Place[] = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return places
  for (const [key, inner] of Object.entries(value)) {
    places.push({ holder: value as Holder, key })
    placesOf(inner, places)
  }
  return places
}
