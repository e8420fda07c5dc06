import { CfstackError } from '../model/error.ts'

/** A part of a registry schema that describes a value: JSON Schema draft 7, as far as CloudFormation uses it. */
export interface SchemaNode {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly default?: unknown
  readonly items?: SchemaNode
  readonly properties?: { readonly [name: string]: SchemaNode }
  readonly patternProperties?: { readonly [pattern: string]: SchemaNode }
  readonly additionalProperties?: boolean | SchemaNode
  readonly required?: readonly string[]
  readonly oneOf?: readonly SchemaNode[]
  readonly anyOf?: readonly SchemaNode[]
  readonly allOf?: readonly SchemaNode[]
}

/** A resource type or module as it is registered: the schema file of its provider, or what `describe-type` returns. */
export interface RegistrySchema extends SchemaNode {
  readonly typeName: string
  readonly properties: { readonly [name: string]: SchemaNode }
  readonly definitions?: { readonly [name: string]: SchemaNode }
  readonly readOnlyProperties?: readonly string[]
  readonly createOnlyProperties?: readonly string[]
  readonly conditionalCreateOnlyProperties?: readonly string[]
  readonly deprecatedProperties?: readonly string[]
  readonly primaryIdentifier?: readonly string[]
  readonly documentationUrl?: string
  readonly sourceUrl?: string
  readonly tagging?: { readonly taggable?: boolean; readonly tagProperty?: string }
}

const typeNames = /^(Custom::[A-Za-z0-9_@-]+|[A-Za-z0-9]{2,64}(::[A-Za-z0-9]{2,64}){2}(::MODULE)?)$/

/** Reads the text of a schema file. Throws `E_SCHEMA` when it is not JSON, or not the schema of one resource type. */
export function parseRegistrySchema(text: string, file: string): RegistrySchema {
  const schema = parsed(text, file)
  if (Array.isArray(schema)) throw notOne(file, `it holds a list of ${schema.length}`)
  if (!isObject(schema)) throw notOne(file, `it holds ${schema === null ? 'null' : `a ${typeof schema}`}`)
  if (typeof schema['Schema'] === 'string') return parseRegistrySchema(schema['Schema'], file)
  if (typeof schema['typeName'] !== 'string') throw notOne(file, 'it has no typeName')
  if (!typeNames.test(schema['typeName']))
    throw notOne(file, `its typeName "${schema['typeName']}" names no resource type`)
  if (!isObject(schema['properties'])) throw notOne(file, 'its properties are not an object')
  for (const name of ['required', 'readOnlyProperties', 'createOnlyProperties', 'primaryIdentifier']) {
    if (name in schema && !isListOfText(schema[name]))
      throw notOne(file, `its ${name} is not a list of names`)
  }
  if ('definitions' in schema && !isObject(schema['definitions']))
    throw notOne(file, 'its definitions are not an object')
  return schema as unknown as RegistrySchema
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new CfstackError('E_SCHEMA', `Cannot read schema "${file}": it is not JSON`, {
      hint: (cause as Error).message,
      cause,
    })
  }
}

/** The error of a file that is JSON, and is not the schema of one resource type. */
export function notOne(file: string, state: string): CfstackError {
  return new CfstackError(
    'E_SCHEMA',
    `Cannot read schema "${file}": ${state}, expected the registry schema of one resource type`,
    {
      hint: 'Get one with: aws cloudformation describe-type --type RESOURCE --type-name NAME --query Schema --output text',
    },
  )
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
