import type { Attribute, PropertyType, Resource } from '@aws-cdk/service-spec-types'
import type { AnySchema } from '../../../src/validate/schemas/prepare.ts'
import type { JudgedType } from '../judged-types.ts'

/** A type as the specification has it, with the attributes that only cfn-lint knows; or all of it from cfn-lint. */
export function judgedResource(
  { type, attributes, facts, schema }: JudgedType,
  specified?: Resource,
): Resource {
  const known = specified?.attributes ?? {}
  const more = attributes
    .filter((name) => name !== '*' && !Object.hasOwn(known, name))
    .map((name): [string, Attribute] => [name, { type: kindAt(schema, name.split('.')) }])
  const base = specified ?? {
    cloudFormationType: type,
    name: type.split('::').at(-1) ?? type,
    properties: givenProperties(schema, facts.readOnly),
    ...(facts.primaryIdentifier && { primaryIdentifier: [...facts.primaryIdentifier] }),
  }
  return { ...base, attributes: { ...known, ...Object.fromEntries(more) } } as Resource
}

function givenProperties(schema: AnySchema, readOnly: readonly string[] = []): Resource['properties'] {
  const names = Object.keys((schema['properties'] ?? {}) as object).filter((name) => !readOnly.includes(name))
  return Object.fromEntries(names.map((name) => [name, { type: { type: 'string' } }]))
}

function kindAt(root: AnySchema, path: readonly string[]): PropertyType {
  const found = path.reduce<AnySchema | undefined>((schema, step) => {
    const inner = schema && followed(root, schema)
    return (inner?.['properties'] as { readonly [name: string]: AnySchema } | undefined)?.[step]
  }, root)
  const kind = found && String([followed(root, found)['is']].flat()[0])
  if (kind === 'array') return { type: 'array', element: { type: 'string' } }
  if (kind === 'boolean' || kind === 'integer' || kind === 'number') return { type: kind }
  return kind === 'object' ? { type: 'json' } : { type: 'string' }
}

function followed(root: AnySchema, schema: AnySchema): AnySchema {
  const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  if (name === undefined) return schema
  return (root['definitions'] as { readonly [name: string]: AnySchema } | undefined)?.[name] ?? schema
}
