import type { AttributeModel, DefinitionModel, PropertyModel, TypeModel, ValueType } from './type-model.ts'
import { docComment } from './doc-comment.ts'

/** Not an index signature: that would yield `undefined` too under `noUncheckedIndexedAccess`. */
const openAttributes = 'Any name: the content of the resource decides which attributes there are.'

/** Where the printed module finds what it builds on. */
export interface ServiceImports {
  /** Module of `resource`, for example `../model/resource.ts`, or `cfstack`. */
  readonly resource: string
  /** Module whose types the printed ones are made of, for example `../model/cfn.ts`. */
  readonly types: { readonly module: string; readonly binding: string }
}

/** Prints the TypeScript module of one service: a function and a type-only namespace per resource type. */
export function printService(types: readonly TypeModel[], imports: ServiceImports, title: string): string {
  return [
    `// ${title}`,
    `import { resource } from '${imports.resource}'`,
    `import type ${imports.types.binding} from '${imports.types.module}'`,
    '',
    ...types.map(printType),
  ].join('\n')
}

function printType(type: TypeModel): string {
  const required = type.properties.some((property) => property.required)
  const parameter = required ? `properties: ${type.name}.Properties` : `properties?: ${type.name}.Properties`
  return [
    docComment(type.doc, type.link === undefined ? [] : [`@see ${type.link}`]),
    `export function ${type.name}(id: string, ${parameter}, options?: Cfn.Options): ${type.name} {`,
    `  return resource<${type.name}>('${type.type}', id, properties, options)`,
    '}',
    `export interface ${type.name} extends Cfn.Resource<'${type.type}', ${type.name}.Properties, ${type.name}.Attributes> {}`,
    `export declare namespace ${type.name} {`,
    printInterface('Properties', '', type.properties, type.openProperties),
    printAttributes(type),
    ...type.definitions.map(printDefinition),
    '}',
    '',
  ].join('\n')
}

function printDefinition(definition: DefinitionModel): string {
  return printInterface(definition.name, definition.doc, definition.properties)
}

function printInterface(
  name: string,
  doc: string,
  properties: readonly PropertyModel[],
  open = false,
): string {
  const lines = properties
    .map(printProperty)
    .concat(open ? ['    readonly [name: string]: Cfn.Json | undefined'] : [])
  if (lines.length === 0)
    return `${docComment(doc)}  export type ${name} = { readonly [name: string]: Cfn.Json }`
  return `${docComment(doc)}  export interface ${name} {\n${lines.join('\n')}\n  }`
}

function printProperty(property: PropertyModel): string {
  const notes: string[] = []
  if (property.replaces !== 'no')
    notes.push(property.replaces === 'yes' ? 'Update: replacement.' : 'Update: may replace.')
  if (property.defaultValue !== undefined) notes.push(`@default ${property.defaultValue}`)
  if (property.deprecated === true) notes.push('@deprecated')
  const mark = property.required ? '' : '?'
  const type = printValue(property.type, property.identities)
  return `${docComment(property.doc, notes)}    readonly ${quoted(property.name)}${mark}: ${type}`
}

function printAttributes(type: TypeModel): string {
  if (type.openAttributes === true) return `${docComment(openAttributes)}  export type Attributes = any`
  if (type.attributes.length === 0) return '  export interface Attributes {}'
  return `  export interface Attributes {\n${type.attributes.map(printAttribute).join('\n')}\n  }`
}

function printAttribute(attribute: AttributeModel): string {
  const identity = attribute.identity === undefined ? '' : `, '${attribute.identity}'`
  return `${docComment(attribute.doc)}    readonly ${quoted(attribute.name)}: Cfn.Attribute<${yieldOf(attribute.type)}${identity}>`
}

/** The type of what an attribute yields; only its rough kind matters to whoever takes it. */
function yieldOf(type: ValueType): string {
  switch (type.kind) {
    case 'string':
    case 'timestamp':
    case 'enum':
      return 'string'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'list':
      return type.of.kind === 'string' ? 'readonly string[]' : 'readonly any[]'
    default:
      return 'any'
  }
}

/** The TypeScript type of a property's value. */
function printValue(type: ValueType, identities?: readonly string[]): string {
  switch (type.kind) {
    case 'string':
    case 'timestamp':
      return identities === undefined ? 'Cfn.Value<string>' : `Cfn.Id<${identities.map(literal).join(' | ')}>`
    case 'number':
    case 'integer':
      return 'Cfn.Value<number>'
    case 'boolean':
      return 'Cfn.Value<boolean>'
    case 'enum':
      return `Cfn.Value<${type.values.map(literal).join(' | ')}>`
    case 'json':
      return 'Cfn.Json'
    case 'tag':
      return 'Cfn.Tag'
    case 'definition':
      return `Cfn.Value<${type.name}>`
    case 'list':
      return type.of.kind === 'tag' ? 'Cfn.Tags' : `Cfn.List<${printValue(type.of, identities)}>`
    case 'map':
      return `Cfn.Map<${printValue(type.of, identities)}>`
    case 'union':
      return type.of.map((member) => printValue(member, identities)).join(' | ')
  }
}

function literal(value: string | number): string {
  return typeof value === 'number'
    ? String(value)
    : `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
}

function quoted(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name)
}
