import type { PropertyModel, TypeModel, ValueType } from '../../codegen/type-model.ts'
import type { AnySchema } from './prepare.ts'

const tagDefinition: AnySchema = {
  type: 'object',
  properties: { Key: { type: 'string' }, Value: { type: 'string' } },
  required: ['Key', 'Value'],
  additionalProperties: false,
}

/** The JSON Schema of a type's properties, as far as the model knows them: kinds, names, what is required, enumerated values. */
export function schemaOf(type: TypeModel): AnySchema {
  const definitions: Record<string, AnySchema> = {}
  for (const { name, properties } of type.definitions) definitions[name] = objectOf(properties)
  const { additionalProperties: _, ...open } = objectOf(type.properties)
  const schema = type.openProperties === true ? open : objectOf(type.properties)
  if (JSON.stringify([schema, definitions]).includes('"#/definitions/:tag"'))
    definitions[':tag'] = tagDefinition
  return Object.keys(definitions).length === 0 ? schema : { ...schema, definitions }
}

export function objectOf(properties: readonly PropertyModel[]): AnySchema {
  const required = properties.filter((property) => property.required).map((property) => property.name)
  return {
    type: 'object',
    properties: Object.fromEntries(properties.map((property) => [property.name, valueOf(property.type)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

export function valueOf(type: ValueType): AnySchema {
  switch (type.kind) {
    case 'timestamp':
      return { type: 'string' }
    case 'json':
      return {}
    case 'tag':
      return { $ref: '#/definitions/:tag' }
    case 'definition':
      return { $ref: `#/definitions/${type.name}` }
    case 'enum':
      return { type: 'string', enum: type.values.map(String) }
    case 'list':
      return { type: 'array', ...unlessOpen('items', valueOf(type.of)) }
    case 'map':
      return { type: 'object', ...unlessOpen('additionalProperties', valueOf(type.of)) }
    case 'union':
      return unionOf(type.of.map(valueOf))
    default:
      return { type: type.kind }
  }
}

function unlessOpen(keyword: 'items' | 'additionalProperties', schema: AnySchema): AnySchema {
  return Object.keys(schema).length === 0 ? {} : { [keyword]: schema }
}

/** Unions of scalars are a string; of scalars and lists their shape is checked; others (text or a document) are open. */
function unionOf(members: readonly AnySchema[]): AnySchema {
  const isScalar = (member: AnySchema): boolean =>
    /^(string|number|integer|boolean)$/.test(String(member['type'] ?? ''))
  if (members.every(isScalar)) return { type: 'string' }
  return members.every((member) => isScalar(member) || member['type'] === 'array')
    ? { type: ['string', 'array'] }
    : {}
}

/** Names of the attributes that `Fn::GetAtt` may read; `*` means any. */
export function attributesOf(type: TypeModel): readonly string[] {
  return type.openAttributes === true ? ['*'] : type.attributes.map((attribute) => attribute.name)
}
