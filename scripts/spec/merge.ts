import type { PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import type { AnySchema } from '../../src/validate/schemas/prepare.ts'
import { objectOf, schemaOf, valueOf } from '../../src/validate/schemas/schema-of.ts'

type Mutable = { [keyword: string]: unknown }

/**
 * cfn-lint's schema of a type, widened by what the specification knows besides: properties, nested types and enumerated values are
 * allowed if either knows them. What is required stays so only if the specification does not know better.
 */
export function mergeType(schema: AnySchema, model: TypeModel): AnySchema {
  const merged = structuredClone(schema) as Mutable
  const definitions = (merged['definitions'] ?? {}) as { [name: string]: Mutable }
  new Merging(definitions, model).object(merged, model.properties)
  if (model.openProperties === true) delete merged['additionalProperties']
  return Object.keys(definitions).length === 0 ? merged : { ...merged, definitions }
}

/** One merge: the definitions of the schema, which grow, and what of them is done. */
class Merging {
  readonly #definitions: { [name: string]: Mutable }
  readonly #model: TypeModel
  readonly #done = new Map<object, Set<string>>()

  constructor(definitions: { [name: string]: Mutable }, model: TypeModel) {
    this.#definitions = definitions
    this.#model = model
  }

  object(schema: Mutable, properties: readonly PropertyModel[]): void {
    const branches = this.#branches(schema)
    const known = new Map<string, Mutable>()
    for (const one of [schema, ...branches])
      for (const [name, value] of Object.entries((one['properties'] ?? {}) as Mutable))
        known.set(name, value as Mutable)
    for (const { name, type } of properties) {
      const there = known.get(name)
      if (there !== undefined) this.value(there, type)
      else for (const one of [schema, ...branches]) if (one['properties']) this.#add(one, name, type)
    }
    const optional = new Set(properties.filter(({ required }) => !required).map(({ name }) => name))
    const required = ((schema['required'] ?? []) as readonly string[]).filter((name) => !optional.has(name))
    if (required.length > 0) schema['required'] = required
    else delete schema['required']
  }

  value(given: Mutable, type: ValueType): void {
    const schema = this.#dereference(given)
    if (type.kind === 'definition') this.#definition(schema, type.name)
    if (type.kind === 'list' && isSchema(schema['items'])) this.value(schema['items'], type.of)
    if (type.kind === 'map') {
      const parts = [
        schema['additionalProperties'],
        ...Object.values((schema['patternProperties'] ?? {}) as Mutable),
      ]
      for (const part of parts) if (isSchema(part)) this.value(part, type.of)
    }
    if (type.kind === 'enum' && Array.isArray(schema['enum']))
      schema['enum'] = [...new Set([...schema['enum'], ...type.values].map(String))]
  }

  #definition(schema: Mutable, name: string): void {
    const done = this.#done.get(schema) ?? new Set()
    this.#done.set(schema, done)
    const definition = this.#model.definitions.find((one) => one.name === name)
    if (definition === undefined || done.has(name)) return
    done.add(name)
    this.object(schema, definition.properties)
  }

  #add(schema: Mutable, name: string, type: ValueType): void {
    ;(schema['properties'] as Mutable)[name] = valueOf(type)
    this.#import(valueOf(type))
  }

  /** Definitions of the specification that the schema lacks. */
  #import(schema: AnySchema): void {
    const own = schemaOf(this.#model)['definitions'] as { readonly [name: string]: AnySchema } | undefined
    for (const [, name] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
      if (name === undefined || Object.hasOwn(this.#definitions, name)) continue
      const definition = this.#model.definitions.find((one) => one.name === name)
      const added = definition === undefined ? own?.[name] : objectOf(definition.properties)
      if (added === undefined) continue
      this.#definitions[name] = added
      this.#import(added)
    }
  }

  /** The schemas that a schema chooses from. */
  #branches(schema: Mutable): readonly Mutable[] {
    return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) =>
      ((schema[keyword] ?? []) as readonly Mutable[]).map((branch) => this.#dereference(branch)),
    )
  }

  #dereference(schema: Mutable): Mutable {
    const target = schema['$ref']
    if (typeof target !== 'string') return schema
    const found = this.#definitions[target.replace('#/definitions/', '')]
    return found === undefined ? schema : this.#dereference(found)
  }
}

function isSchema(value: unknown): value is Mutable {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
