import type {
  AttributeModel,
  DefinitionModel,
  PropertyModel,
  TagsModel,
  TypeModel,
  ValueType,
} from './type-model.ts'
import type { RegistrySchema, SchemaNode } from './registry-schema.ts'
import { identifier, SchemaValues } from './schema-values.ts'

/**
 * The model of a resource type or a module from its registry schema, for the same printer and validator as AWS's own types. Throws
 * `E_SCHEMA` for a reference that leads nowhere; `file` is what that error calls the schema.
 */
export function fromSchema(schema: RegistrySchema, file: string): TypeModel {
  const values = new SchemaValues(schema, file)
  const isCustom = schema.typeName.startsWith('Custom::')
  const isModule = schema.typeName.endsWith('::MODULE')
  const properties = isModule ? moduleParameters(schema) : values.properties(schema, '/properties')
  const attributes = isModule ? [] : readAttributes(schema, new SchemaValues(schema, file))
  const tags = readTags(schema, properties, values.definitions())
  const link = schema.documentationUrl ?? schema.sourceUrl
  return {
    type: schema.typeName,
    name: identifier(
      schema.typeName
        .replace(/::MODULE$/, '')
        .split('::')
        .at(-1) as string,
    ),
    doc: schema.description ?? '',
    ...(link !== undefined && { link }),
    properties: isCustom ? withServiceToken(properties) : properties,
    attributes,
    definitions: values.definitions(),
    ...(tags && { tags }),
    ...((isModule || (isCustom && attributes.length === 0)) && { openAttributes: true }),
    ...(isCustom && schema.additionalProperties !== false && { openProperties: true }),
    ...(!isModule && { schema: schema as unknown as { readonly [keyword: string]: unknown } }),
  }
}

/** What `Fn::GetAtt` yields: the read-only properties. What `Ref` yields too identifies the resource itself. */
function readAttributes(schema: RegistrySchema, values: SchemaValues): readonly AttributeModel[] {
  const pointers = (schema.readOnlyProperties ?? []).filter((pointer) => !pointer.includes('*'))
  return pointers.map((pointer) => {
    const steps = pointer.replace(/^\/properties\//, '').split(/\/(?:properties\/)?/)
    const name = steps.join('.')
    const node = steps.reduce<SchemaNode>((at, step) => at.properties?.[step] ?? {}, schema)
    const isIdentifier = schema.primaryIdentifier?.length === 1 && schema.primaryIdentifier[0] === pointer
    return {
      name,
      doc: node.description ?? '',
      type: attributeType(values.value(node, pointer, name)),
      identity: isIdentifier ? schema.typeName : `${schema.typeName}.${name}`,
    }
  })
}

/** Only the rough kind matters to whoever takes an attribute. */
function attributeType(type: ValueType): ValueType {
  return type.kind === 'definition' || type.kind === 'map' ? { kind: 'json' } : type
}

/** A module's properties are its parameters; the schema tells their types at most as a constant. */
function moduleParameters(schema: RegistrySchema): readonly PropertyModel[] {
  const parameters = schema.properties['Parameters']?.properties ?? {}
  return Object.entries(parameters).map(([name, node]) => ({
    name,
    doc: node.description ?? '',
    required: false,
    type: parameterValue(node.properties?.['Type']?.const),
    replaces: 'no',
  }))
}

function parameterValue(type: unknown): ValueType {
  if (typeof type !== 'string') return { kind: 'json' }
  if (type === 'Number') return { kind: 'number' }
  return /^CommaDelimitedList$|List</.test(type)
    ? { kind: 'list', of: { kind: 'string' } }
    : { kind: 'string' }
}

function withServiceToken(properties: readonly PropertyModel[]): readonly PropertyModel[] {
  if (properties.some((property) => property.name === 'ServiceToken')) return properties
  const doc = 'ARN of the function or topic that provides the resource.'
  return [
    { name: 'ServiceToken', doc, required: true, type: { kind: 'string' }, replaces: 'yes' },
    ...properties,
  ]
}

/** Tags in one of the two variants that can be added to; some providers have lists of plain text instead. */
function readTags(
  schema: RegistrySchema,
  properties: readonly PropertyModel[],
  definitions: readonly DefinitionModel[],
): TagsModel | undefined {
  const property = schema.tagging?.tagProperty?.split('/').at(-1) ?? 'Tags'
  const type = properties.find(({ name }) => name === property)?.type
  if (schema.tagging?.taggable === false || type === undefined) return undefined
  if (type.kind === 'map' && type.of.kind === 'string') return { property, variant: 'map' }
  const item = type.kind === 'list' && type.of.kind === 'definition' ? type.of.name : undefined
  const names = definitions.find(({ name }) => name === item)?.properties.map(({ name }) => name)
  return names?.includes('Key') && names.includes('Value') ? { property, variant: 'standard' } : undefined
}
