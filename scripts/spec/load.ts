import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec'
import type {
  Property,
  PropertyType,
  Resource,
  SpecDatabase,
  TypeDefinition,
} from '@aws-cdk/service-spec-types'
import type {
  AttributeModel,
  DefinitionModel,
  PropertyModel,
  TypeModel,
  ValueType,
} from '../../src/codegen/type-model.ts'
import { patches } from '../../src/spec/patches.ts'
import { identityOfAttribute, relationsOf, type Identities } from './identities.ts'

/** One service of the specification: its module's name, and its types by name. */
export interface ServiceModel {
  readonly module: string
  readonly namespace: string
  readonly types: readonly TypeModel[]
}

/** The specification as its package has it. */
export function loadDatabase(): Promise<SpecDatabase> {
  return loadAwsServiceSpec()
}

/** Reads the specification, with our patches applied, ordered by name. */
export async function loadSpec(): Promise<readonly ServiceModel[]> {
  return readSpec(await loadDatabase())
}

/** What `loadSpec` does, of a specification that is loaded. */
export function readSpec(db: SpecDatabase): readonly ServiceModel[] {
  const resources = new Map(db.all('resource').map((resource) => [resource.cloudFormationType, resource]))
  const services = [...db.all('service')].map((service) => {
    const types = [...db.follow('hasResource', service)].map(({ entity }) => readType(db, entity, resources))
    return {
      module: service.shortName,
      namespace: service.cloudFormationNamespace,
      types: types.sort((a, b) => order(a.type, b.type)),
    }
  })
  return services.filter((service) => service.types.length > 0).sort((a, b) => order(a.module, b.module))
}

export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function readType(db: SpecDatabase, resource: Resource, identities: Identities): TypeModel {
  const read = new TypeReader(db, resource, identities)
  const properties = read.properties(resource.properties, '')
  const definitions = read.definitions()
  const slug = resource.cloudFormationType
    .toLowerCase()
    .replace(/^aws::/, '')
    .replaceAll('::', '-')
  return {
    type: resource.cloudFormationType,
    name: resource.name,
    doc: resource.documentation ?? '',
    link: `https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-${slug}.html`,
    properties,
    attributes: read.attributes(),
    definitions,
    ...(resource.tagInformation && {
      tags: { property: resource.tagInformation.tagPropertyName, variant: resource.tagInformation.variant },
    }),
    ...(resource.primaryIdentifier && { identifier: resource.primaryIdentifier }),
    ...(patches.openAttributes[resource.cloudFormationType] !== undefined && { openAttributes: true }),
    ...(patches.openProperties[resource.cloudFormationType] !== undefined && { openProperties: true }),
  }
}

/** Reads the parts of one resource type and remembers which nested types it meets. */
class TypeReader {
  readonly #db: SpecDatabase
  readonly #resource: Resource
  readonly #identities: Identities
  readonly #nested = new Map<string, TypeDefinition>()

  constructor(db: SpecDatabase, resource: Resource, identities: Identities) {
    this.#db = db
    this.#resource = resource
    this.#identities = identities
  }

  properties(properties: Record<string, Property>, path: string): readonly PropertyModel[] {
    return Object.entries(properties)
      .filter(([, property]) => property.deprecated !== 'IGNORE')
      .map(([name, property]) => this.property(name, property, path))
      .sort((a, b) => Number(b.required) - Number(a.required) || order(a.name, b.name))
  }

  property(name: string, property: Property, path: string): PropertyModel {
    const place = `${this.#resource.cloudFormationType}${path}.${name}`
    const patch = patches.properties[place]
    const relations = relationsOf(
      { name, doc: property.documentation ?? '', relations: property.relationshipRefs ?? [] },
      this.#identities,
    )
    const accepted =
      patch?.accepts === 'anything' ? undefined : relations && [...relations, ...(patch?.accepts ?? [])]
    const required = patch?.required ?? property.required ?? false
    return {
      name,
      doc: property.documentation ?? '',
      required,
      type: patch?.type ?? this.value(property.type),
      replaces: property.causesReplacement ?? 'no',
      ...(property.defaultValue !== undefined && { defaultValue: property.defaultValue }),
      ...(property.deprecated === 'WARN' && { deprecated: true }),
      ...(accepted && { identities: [...new Set(accepted)].sort() }),
    }
  }

  attributes(): readonly AttributeModel[] {
    const becomes = patches.standsFor[this.#resource.cloudFormationType]?.becomes
    const owner = (becomes !== undefined && this.#identities.get(becomes)) || this.#resource
    return Object.entries(owner.attributes)
      .map(([name, attribute]) => {
        const identity = identityOfAttribute(owner, name)
        return {
          name,
          doc: attribute.documentation ?? '',
          type: this.value(attribute.type, true),
          ...(identity !== undefined && { identity }),
        }
      })
      .sort((a, b) => order(a.name, b.name))
  }

  /** The nested types met so far and all that they lead to. */
  definitions(): readonly DefinitionModel[] {
    const done = new Map<string, DefinitionModel>()
    for (const [name, definition] of this.#nested) {
      if (done.has(name)) continue
      const properties = this.properties(definition.properties, `/${definition.name}`)
      done.set(name, { name, doc: definition.documentation ?? '', properties })
    }
    return [...done.values()].sort((a, b) => order(a.name, b.name))
  }

  value(type: PropertyType, shallow = false): ValueType {
    switch (type.type) {
      case 'string':
        return type.allowedValues === undefined
          ? { kind: 'string' }
          : { kind: 'enum', values: type.allowedValues }
      case 'integer':
      case 'number':
        return 'allowedValues' in type && Array.isArray(type.allowedValues)
          ? { kind: 'enum', values: type.allowedValues as readonly number[] }
          : { kind: type.type }
      case 'boolean':
      case 'json':
      case 'tag':
        return { kind: type.type }
      case 'date-time':
        return { kind: 'timestamp' }
      case 'array':
        return { kind: 'list', of: this.value(type.element, shallow) }
      case 'map':
        return { kind: 'map', of: this.value(type.element, shallow) }
      case 'union':
        return { kind: 'union', of: type.types.map((member) => this.value(member, shallow)) }
      case 'ref': {
        if (shallow) return { kind: 'json' }
        const definition = this.#db.get('typeDefinition', type.reference.$ref)
        const name = nestedName(definition.name)
        this.#nested.set(name, definition)
        return { kind: 'definition', name }
      }
      default:
        return { kind: 'json' }
    }
  }
}

/** Two names inside a resource's namespace are ours. */
function nestedName(name: string): string {
  return name === 'Properties' || name === 'Attributes' ? `${name}Type` : name
}
