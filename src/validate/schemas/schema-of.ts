import type { PropertyModel, TypeModel, ValueType } from '../../codegen/type-model.ts'
import type { ObjectSchema, ResourceSchema, ValueSchema } from './resource-schema.ts'

const tagDefinition: ObjectSchema = {
  is: 'map',
  properties: { Key: { is: 'string' }, Value: { is: 'string' } },
  required: ['Key', 'Value'],
  additionalProperties: false,
}

/** The JSON Schema of a type's properties. */
export function schemaOf(type: TypeModel): ResourceSchema {
  const definitions: Record<string, ObjectSchema> = {}
  for (const { name, properties } of type.definitions) definitions[name] = objectOf(properties)
  const { additionalProperties: _, ...open } = objectOf(type.properties)
  const schema = type.openProperties === true ? open : objectOf(type.properties)
  const all = [schema, ...Object.values(definitions)]
  if (all.some((object) => JSON.stringify(object).includes('"#/definitions/:tag"')))
    definitions[':tag'] = tagDefinition
  return Object.keys(definitions).length === 0 ? schema : { ...schema, definitions }
}

function objectOf(properties: readonly PropertyModel[]): ObjectSchema {
  const required = properties.filter((property) => property.required).map((property) => property.name)
  return {
    is: 'map',
    properties: Object.fromEntries(properties.map((property) => [property.name, valueOf(property.type)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

function valueOf(type: ValueType): ValueSchema {
  switch (type.kind) {
    case 'timestamp':
      return { is: 'string' }
    case 'json':
      return {}
    case 'tag':
      return { $ref: '#/definitions/:tag' }
    case 'definition':
      return { $ref: `#/definitions/${type.name}` }
    case 'enum':
      return { among: type.values.map(String) }
    case 'list':
      return { is: 'list', ...unlessOpen('items', valueOf(type.of)) }
    case 'map':
      return { is: 'map', ...unlessOpen('additionalProperties', valueOf(type.of)) }
    case 'union':
      return unionOf(type.of.map(valueOf))
    default:
      return { is: type.kind }
  }
}

function unlessOpen(keyword: 'items' | 'additionalProperties', schema: ValueSchema): ValueSchema {
  return Object.keys(schema).length === 0 ? {} : { [keyword]: schema }
}

/** Unions of scalars are a string; of scalars and lists their shape is checked; others (text or a document) are open. */
function unionOf(members: readonly ValueSchema[]): ValueSchema {
  const isScalar = (member: ValueSchema): boolean =>
    member.among !== undefined || /^(string|number|integer|boolean)$/.test(member.is ?? '')
  if (members.every(isScalar)) return { is: 'string' }
  return members.every((member) => isScalar(member) || member.is === 'list') ? { is: 'stringOrList' } : {}
}

/** Names of the attributes that `Fn::GetAtt` may read; `*` means any. */
export function attributesOf(type: TypeModel): readonly string[] {
  return type.openAttributes === true ? ['*'] : type.attributes.map((attribute) => attribute.name)
}
