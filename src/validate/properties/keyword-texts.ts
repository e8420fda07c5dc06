import { isObject, kindOf, textOf } from '../json.ts'
import { unboundedPattern } from '../schemas/bounded-pattern.ts'
import { formats } from '../schemas/formats.ts'
import type { AnySchema } from '../schemas/prepare.ts'
import { describeBranches } from './describe-schema.ts'
import { suggestion } from './suggestion.ts'

/** What a sentence about a fault is made of. `wanted` and `found` are as the keyword has them. */
interface Given {
  readonly value: unknown
  readonly wanted: any
  readonly found: any
  /** The part of the schema that holds the keyword, and the whole. */
  readonly schema: AnySchema
  readonly root: AnySchema
}

interface Told {
  readonly message: string
  readonly hint?: string | undefined
  /** The property that it is about, when not the value itself. */
  readonly at?: string
}

interface KeywordText {
  /** cfn-lint's code for it. */
  readonly code: string
  readonly tell: (given: Given) => Told
}

export const otherKeyword: KeywordText = {
  code: 'E3002',
  tell: ({ value }) => ({ message: `${shown(value)} is not taken here` }),
}

/** What is said of a value that fails a keyword, by keyword. */
export const keywordTexts: { readonly [keyword: string]: KeywordText } = {
  type: { code: 'E3012', tell: wrongKind },
  additionalProperties: { code: 'E3002', tell: unknownProperty },
  required: { code: 'E3003', tell: ({ found }) => ({ message: `Required property "${found}" is missing` }) },
  requiredOr: {
    code: 'E3058',
    tell: ({ wanted }) => ({ message: `None of ${names(wanted)} is given, one is required` }),
  },
  requiredXor: { code: 'E3014', tell: notOneOf },
  dependentRequired: {
    code: 'E3021',
    tell: ({ found: [missing, by] }) => ({ message: `"${by}" needs "${missing}", which is missing` }),
  },
  dependentExcluded: {
    code: 'E3020',
    tell: ({ found: [name, by] }) => ({
      at: name,
      message: `"${name}" cannot be given together with "${by}"`,
    }),
  },
  enum: { code: 'E3030', tell: notAmong },
  enumCaseInsensitive: { code: 'E3030', tell: notAmong },
  const: {
    code: 'E3002',
    tell: ({ value, wanted }) => ({ message: `${shown(value)} stands where ${shown(wanted)} is expected` }),
  },
  pattern: {
    code: 'E3031',
    tell: ({ value, wanted }) => ({
      message: `${shown(value)} does not match ${unboundedPattern(String(wanted))}`,
    }),
  },
  format: {
    code: 'E3002',
    tell: ({ value, wanted }) => ({ message: `${shown(value)} is not ${formats[wanted]?.wanted ?? wanted}` }),
  },
  minLength: { code: 'E3033', tell: outOf('is too short', 'At least', 'character') },
  maxLength: { code: 'E3033', tell: outOf('is too long', 'At most', 'character') },
  minimum: { code: 'E3034', tell: outOf('is too small', 'At least') },
  maximum: { code: 'E3034', tell: outOf('is too large', 'At most') },
  exclusiveMinimum: { code: 'E3034', tell: outOf('is too small', 'More than') },
  exclusiveMaximum: { code: 'E3034', tell: outOf('is too large', 'Less than') },
  multipleOf: {
    code: 'E3002',
    tell: ({ value, wanted }) => ({ message: `${shown(value)} is not a multiple of ${wanted}` }),
  },
  minItems: { code: 'E3032', tell: outOf('has too few items', 'At least', 'item') },
  maxItems: { code: 'E3032', tell: outOf('has too many items', 'At most', 'item') },
  uniqueItems: {
    code: 'E3037',
    tell: ({ value }) => ({ message: `The list has the same item more than once${repeated(value)}` }),
  },
  uniqueKeys: {
    code: 'E3002',
    tell: ({ wanted }) => ({ message: `Two items of the list have the same ${names(wanted)}` }),
  },
  maxUniqueItems: { code: 'E3065', tell: outOf('has too many different items', 'At most', 'different item') },
  minProperties: { code: 'E3002', tell: outOf('has too few properties', 'At least', 'property') },
  maxProperties: { code: 'E3002', tell: outOf('has too many properties', 'At most', 'property') },
  not: {
    code: 'E3002',
    tell: ({ value }) => ({ message: `${shown(value)} is a value that must not stand here` }),
  },
  anyOf: { code: 'E3017', tell: noBranch },
  oneOf: { code: 'E3018', tell: noBranch },
}

const kinds: { readonly [kind: string]: string } = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function wrongKind({ value, wanted }: Given): Told {
  const allowed = [wanted].flat().map((kind: string) => kinds[kind] ?? kind)
  const stands = typeof value === 'object' ? kindOf(value) : JSON.stringify(value)
  return { message: `${stands} stands where ${allowed.join(' or ')} is expected` }
}

function unknownProperty({ found, schema }: Given): Told {
  const known = Object.keys(schema['properties'] ?? {})
  return { at: found, message: `Property "${found}" is not known here`, hint: suggestion(found, known) }
}

function notAmong({ value, wanted }: Given): Told {
  return {
    message: `${shown(value)} is not an allowed value`,
    hint: suggestion(textOf(value), wanted.map(String)),
  }
}

function notOneOf({ value, found, wanted }: Given): Told {
  if (found === '') return { message: `None of ${names(wanted)} is given, exactly one is required` }
  const others = (wanted as readonly string[]).filter(
    (name) => name !== found && isObject(value) && name in value,
  )
  return { at: found, message: `"${found}" is given besides ${names(others)}: only one of them may be` }
}

function noBranch({ value, wanted, found, root }: Given): Told {
  if (typeof found === 'number')
    return { message: `${shown(value)} fits ${found} of the possible forms, expected one` }
  return { message: `${shown(value)} fits none of the possible forms`, hint: describeBranches(wanted, root) }
}

function outOf(state: string, relation: string, unit = ''): KeywordText['tell'] {
  return ({ value, wanted }) => ({
    message: `${typeof value === 'object' ? `The ${Array.isArray(value) ? 'list' : 'object'}` : shown(value)} ${state}`,
    hint: `${relation} ${wanted}${unit === '' ? '' : ` ${wanted === 1 ? unit : unit.replace(/y$/, 'ie')}${wanted === 1 ? '' : 's'}`}`,
  })
}

function repeated(value: unknown): string {
  const texts = Array.isArray(value) ? value.map(textOf) : []
  const twice = texts.find((text, index) => texts.indexOf(text) !== index)
  return twice === undefined || twice.length > 80 ? '' : `: ${twice}`
}

function names(list: readonly string[]): string {
  return list.map((name) => `"${name}"`).join(', ')
}

/** A value for a sentence, shortened. */
function shown(value: unknown): string {
  if (typeof value === 'object') return kindOf(value).replace(/^a/, 'A')
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 100 ? `${text.slice(0, 97)}…"` : text
}
