import type { TypeModel } from '../../codegen/type-model.ts'
import { boundedPattern } from './bounded-pattern.ts'
import { compile } from './compile.ts'
import { stepsOf } from './fault.ts'
import { lean } from './lean.ts'
import { prepare, type AnySchema } from './prepare.ts'
import { schemaOf } from './schema-of.ts'
import type { TypeFacts } from './type-facts.ts'

/** What the properties of an added type are judged by: its registry schema, or what its model says where that is no schema that can be used. */
export function addedSchema(model: TypeModel): AnySchema {
  if (model.schema === undefined) return prepare(schemaOf(model))
  try {
    const schema = prepare(constraints(model, model.schema))
    compile(schema)
    return schema
  } catch {
    return prepare(schemaOf(model))
  }
}

/** Patterns of a type's schema that are of another dialect, so that nothing is judged by them. */
export function unjudgedPatterns(model: TypeModel): readonly string[] {
  const unjudged = new Set<string>()
  lean(model.schema ?? {}, (pattern) => {
    const bounded = boundedPattern(pattern)
    if (bounded === undefined) unjudged.add(pattern)
    return bounded
  })
  return [...unjudged]
}

function constraints(model: TypeModel, schema: AnySchema): AnySchema {
  const { additionalProperties: _, ...judged } = lean(schema, boundedPattern)
  const readOnly = pointers(schema, 'readOnlyProperties')
  const required = [schema['required'] ?? []].flat().filter((name) => !readOnly.includes(name as string))
  const isCustom = model.type.startsWith('Custom::')
  const token = { ServiceToken: { type: 'string' }, ...(judged['properties'] as AnySchema) }
  return withReferences(
    {
      ...judged,
      type: 'object',
      ...(isCustom && { properties: token }),
      required: [...new Set([...required, ...(isCustom ? ['ServiceToken'] : [])])],
      ...(model.openProperties !== true && { additionalProperties: false }),
    },
    schema,
  )
}

/** In draft 7, a reference stands alone; one to elsewhere says nothing that is known here. */
function withReferences<T>(part: T, root: AnySchema): T {
  if (typeof part !== 'object' || part === null) return part
  if (Array.isArray(part)) return part.map((one: unknown) => withReferences(one, root)) as T
  const { $ref } = part as { readonly $ref?: unknown }
  if (typeof $ref === 'string') return (isThere($ref, root) ? { $ref } : {}) as T
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => [name, withReferences(inner, root)]),
  ) as T
}

function isThere(reference: string, root: AnySchema): boolean {
  const pointer = /^#(\/(?:definitions|properties)\/.+)$/.exec(reference)?.[1]
  if (pointer === undefined) return false
  const steps = stepsOf(decodeURIComponent(pointer))
  const target = steps.reduce<unknown>((at, step) => (at as AnySchema | undefined)?.[step], root)
  return typeof target === 'object' && target !== null
}

/** What the schema says of its type besides. */
export function addedFacts({ schema = {} }: TypeModel): TypeFacts {
  return {
    readOnly: pointers(schema, 'readOnlyProperties'),
    writeOnly: pointers(schema, 'writeOnlyProperties'),
    createOnly: pointers(schema, 'createOnlyProperties'),
    primaryIdentifier: pointers(schema, 'primaryIdentifier'),
    deprecated: pointers(schema, 'deprecatedProperties'),
  }
}

/** Paths below the properties: `/properties/Endpoint/properties/Address` is `Endpoint/Address`. */
function pointers(schema: AnySchema, keyword: string): readonly string[] {
  const found = [schema[keyword] ?? []].flat().filter((one) => typeof one === 'string')
  return found.map((one) =>
    one
      .replace(/^\/properties\//, '')
      .replaceAll('/properties/', '/')
      .replaceAll('/items/', '/*/'),
  )
}
