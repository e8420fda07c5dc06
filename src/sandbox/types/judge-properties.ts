import { keywordOf, schemaOfFault, stepsOf, type Fault } from '../../validate/schemas/fault.ts'
import type { AnySchema } from '../../validate/schemas/prepare.ts'
import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import type { JsonObject } from '../world.ts'

/**
 * What CloudFormation finds wrong in properties before it makes a resource, a line each; undefined when they will do, or when nothing is
 * known of the type. It follows `Properties validation failed for resource NAME with message:` and a line break.
 *
 * @example
 * judgeProperties('AWS::SQS::Queue', { Nmae: 'a' }) // '#: extraneous key [Nmae] is not permitted'
 */
export function judgeProperties(type: string, properties: JsonObject): string | undefined {
  const validator = typeCatalog().validator(type)
  const schema = typeCatalog().schema(type)
  if (validator === undefined || schema === undefined) return undefined
  const known = withoutReferences(properties) as JsonObject
  const lines = validator(known)
    .filter(({ params }) => params.unknown !== true)
    .flatMap((fault) => linesOf(fault, known, schema))
  return lines.length === 0 ? undefined : [...new Set(lines)].join('\n')
}

/** Stands for a dynamic reference, whose value is known to the service only. */
const unknown = Symbol('{{resolve}}')

function withoutReferences(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{{resolve:') ? unknown : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(withoutReferences)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutReferences(inner)]))
}

type Line = (found: any, value: any, wanted: any) => string

/**
 * What is said of the keywords of registry schemas. Where a sentence would show a value, CloudFormation names the keyword instead, for
 * values may be secret: https://github.com/aws-cloudformation/cloudformation-resource-schema/pull/37
 */
const lines: { readonly [keyword: string]: Line } = {
  additionalProperties: (found) => `extraneous key [${found}] is not permitted`,
  enum: hidden('enum'),
  maxItems: (_, value, wanted) => `expected maximum item count: ${wanted}, found: ${value.length}`,
  maxLength: (_, value, wanted) => `expected maxLength: ${wanted}, actual: ${String(value).length}`,
  maximum: hidden('maximum'),
  minItems: (_, value, wanted) => `expected minimum item count: ${wanted}, found: ${value.length}`,
  minLength: (_, value, wanted) => `expected minLength: ${wanted}, actual: ${String(value).length}`,
  minimum: hidden('minimum'),
  pattern: hidden('pattern'),
  required: (found) => `required key [${found}] not found`,
  type: (_, value, wanted) => `expected type: ${kindWanted(wanted)}, found: ${kindFound(value)}`,
  uniqueItems: () => 'array items are not unique',
}

function linesOf(fault: Fault, properties: JsonObject, schema: AnySchema): readonly string[] {
  const keyword = keywordOf(fault)
  if (keyword === 'oneOf' || keyword === 'anyOf') return choiceLines(fault, properties, schema)
  const tell = lines[keyword]
  // Other keywords are cfn-lint's own, and no reason for CloudFormation to refuse a resource.
  if (tell === undefined) return []
  const stored = { type: 'is', additionalProperties: 'closed' }[keyword] ?? keyword
  const told = tell(fault.params.found, valueAt(properties, fault), schemaOfFault(schema, fault)[stored])
  return [`#${fault.instancePath}: ${told}`]
}

/** That none of several forms fits, and why each of them does not; nothing when one of them might. */
function choiceLines(fault: Fault, properties: JsonObject, schema: AnySchema): readonly string[] {
  const { found } = fault.params
  if (!Array.isArray(found)) return []
  const reasons = (found as readonly Fault[]).map((one) => linesOf(one, properties, schema))
  if (reasons.some((one) => one.length === 0)) return []
  const branches = schemaOfFault(schema, fault)[keywordOf(fault)] as readonly unknown[]
  const told =
    keywordOf(fault) === 'oneOf'
      ? '0 subschemas matched instead of one'
      : `no subschema matched out of the total ${branches.length} subschemas`
  return [`#${fault.instancePath}: #: ${told}`, ...reasons.flat()]
}

function hidden(keyword: string): Line {
  return () => `failed validation constraint for keyword [${keyword}]`
}

function valueAt(properties: JsonObject, { instancePath }: Fault): unknown {
  return stepsOf(instancePath).reduce<unknown>((value, step) => (value as JsonObject)[step], properties)
}

const kinds: { readonly [kind: string]: string } = {
  array: 'JSONArray',
  boolean: 'Boolean',
  integer: 'Integer',
  number: 'Number',
  object: 'JSONObject',
  string: 'String',
}

function kindWanted(wanted: string | readonly string[]): string {
  return kinds[[wanted].flat()[0] ?? ''] ?? String(wanted)
}

function kindFound(value: unknown): string {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'JSONArray'
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double'
  return kinds[typeof value] ?? 'String'
}
