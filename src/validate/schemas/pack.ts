import type { ObjectSchema, ResourceSchema, ValueSchema } from './resource-schema.ts'

/** Schemas as they are stored: `"string"` is `{ is: 'string' }`, `"#Name"` a definition, `["string"]` a list; about half the size. */
export type PackedValue =
  | string
  | readonly [PackedValue?]
  | { readonly among: readonly string[] }
  | { readonly map?: PackedValue }
  | null

interface PackedObject {
  readonly p: { readonly [name: string]: PackedValue }
  /** Required names. */
  readonly r?: readonly string[]
  /** Other properties are taken. */
  readonly o?: 1
}

export interface PackedSchema extends PackedObject {
  readonly d?: { readonly [name: string]: PackedObject }
}

export function pack(schema: ResourceSchema): PackedSchema {
  const definitions = Object.entries(schema.definitions ?? {}).map(([name, object]) => [
    name,
    packObject(object),
  ])
  return { ...packObject(schema), ...(definitions.length > 0 && { d: Object.fromEntries(definitions) }) }
}

export function unpack(packed: PackedSchema): ResourceSchema {
  const definitions = Object.entries(packed.d ?? {}).map(([name, object]) => [name, unpackObject(object)])
  return {
    ...unpackObject(packed),
    ...(definitions.length > 0 && { definitions: Object.fromEntries(definitions) }),
  }
}

function packObject({ properties, required, additionalProperties }: ObjectSchema): PackedObject {
  const packed = Object.entries(properties).map(([name, value]) => [name, packValue(value)])
  return {
    p: Object.fromEntries(packed),
    ...(required && { r: required }),
    ...(additionalProperties !== false && { o: 1 }),
  }
}

function unpackObject({ p, r, o }: PackedObject): ObjectSchema {
  const properties = Object.entries(p).map(([name, value]) => [name, unpackValue(value)])
  return {
    is: 'map',
    properties: Object.fromEntries(properties),
    ...(r && { required: r }),
    ...(o === undefined && { additionalProperties: false }),
  }
}

function packValue(schema: ValueSchema): PackedValue {
  if (schema.$ref !== undefined) return schema.$ref.replace('#/definitions/', '#')
  if (schema.among !== undefined) return { among: schema.among }
  if (schema.is === 'list') return schema.items === undefined ? [] : [packValue(schema.items)]
  if (schema.is === 'map')
    return schema.additionalProperties === undefined ? {} : { map: packValue(schema.additionalProperties) }
  return schema.is ?? null
}

function unpackValue(packed: PackedValue): ValueSchema {
  if (packed === null) return {}
  if (typeof packed === 'string') {
    return packed.startsWith('#')
      ? { $ref: `#/definitions/${packed.slice(1)}` }
      : ({ is: packed } as ValueSchema)
  }
  if (isList(packed))
    return packed.length === 0 ? { is: 'list' } : { is: 'list', items: unpackValue(packed[0] as PackedValue) }
  if ('among' in packed) return packed
  return packed.map === undefined
    ? { is: 'map' }
    : { is: 'map', additionalProperties: unpackValue(packed.map) }
}

function isList(packed: PackedValue): packed is readonly [PackedValue?] {
  return Array.isArray(packed)
}
