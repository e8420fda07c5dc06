/** What a value may be, as CloudFormation reads it: `"1"` is a number too, and `1` a string. */
export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'object'

/** What a part of a template looks like. What is left out is not judged; functions are judged by themselves. */
export interface Shape {
  /** Functions that may stand here, in place of a value, and inside unless a part says otherwise; `*` for all of them. */
  readonly functions?: readonly string[]
  readonly kinds?: readonly Kind[]
  /** Whether a string has to be written as one: no number, no boolean. */
  readonly strict?: boolean
  /** Of a list: of its first items, one by one; and of every other. */
  readonly first?: readonly Shape[]
  readonly items?: Shape
  /** The number of items of a list, or of fields of an object. */
  readonly least?: number
  readonly most?: number
  /** Fields by name; others are refused, unless `others` says what they are. */
  readonly fields?: { readonly [name: string]: Shape }
  readonly others?: Shape
  /** What names of other fields look like. */
  readonly names?: RegExp
  readonly required?: readonly string[]
  readonly among?: readonly string[]
  readonly pattern?: RegExp
  readonly from?: number
  readonly to?: number
  /** Of a text that is written as one: how many characters exactly. */
  readonly exactly?: number
  /** The most characters. */
  readonly length?: number
}

/** Which part of a shape a value does not have. */
export type Aspect =
  'kind' | 'count' | 'field' | 'name' | 'required' | 'among' | 'pattern' | 'range' | 'length'

export interface Mismatch {
  readonly aspect: Aspect
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly hint?: string | undefined
}

const words: { readonly [kind in Kind]: string } = {
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
}

/** `a string or a list`. */
export function inWords(kinds: readonly Kind[]): string {
  return kinds.map((kind) => words[kind]).join(' or ')
}

/** Whether a value is of one of these kinds, with CloudFormation's loose scalars. */
export function isOfKind(value: unknown, kinds: readonly Kind[]): boolean {
  return value !== null && kinds.some((kind) => is(value, kind))
}

function is(value: unknown, kind: Kind): boolean {
  if (Array.isArray(value)) return kind === 'list'
  if (typeof value === 'object') return kind === 'object'
  if (kind === 'string') return true
  if (kind === 'boolean') return typeof value === 'boolean' || /^(true|false)$/i.test(String(value))
  if (typeof value === 'boolean' || (kind !== 'number' && kind !== 'integer')) return false
  const text = String(value).trim()
  return text !== '' && (kind === 'number' ? Number.isFinite(Number(text)) : /^[-+]?\d+(\.0+)?$/.test(text))
}

/** What stands in for what: a text may hold any scalar, a number may be written as text. */
const standsFor: { readonly [kind in Kind]: readonly Kind[] } = {
  string: ['string', 'number', 'integer', 'boolean'],
  integer: ['integer', 'number', 'string'],
  number: ['number', 'string'],
  boolean: ['boolean', 'string'],
  list: ['list'],
  object: ['object'],
}

/** Whether what yields one of the given kinds may be one of the wanted. */
export function mayBe(given: readonly Kind[], wanted: readonly Kind[]): boolean {
  return given.some((kind) => standsFor[kind].some((other) => wanted.includes(other)))
}
