import type { AnySchema } from './schemas/prepare.ts'
import type { ResourceView, TemplateView } from './template-view.ts'
import { placesAt } from './properties/places-at.ts'
import { placeOf } from './wiring/place.ts'

/** The schema of what `Fn::GetAtt` reads, where the type describes it; undefined when it does not. */
export function attributeSchema(
  type: string,
  attribute: string,
  { types }: TemplateView,
): AnySchema | undefined {
  const root = types.schema(type)
  return (
    root &&
    attribute.split('.').reduce<AnySchema | undefined>((at, step) => at && propertyOf(at, step, root), root)
  )
}

/** The schema of what `Ref` yields; one without anything when it is of several parts, undefined when the type does not say. */
export function refSchema({ type, id }: ResourceView, template: TemplateView): AnySchema | undefined {
  const [identifier, ...more] = template.types.facts(type).primaryIdentifier ?? []
  if (identifier === undefined) return undefined
  if (more.length > 0) return {}
  if (type === 'AWS::EC2::SecurityGroup')
    return { format: `${type}.${isInVpc(id, template) ? 'Id' : 'Name'}` }
  return attributeSchema(type, identifier.replaceAll('/', '.'), template)
}

/** Outside of a VPC, a security group is referred to by its name. */
function isInVpc(id: string, { resources }: TemplateView): boolean {
  const group = resources.get(id)
  const places = group === undefined ? [] : placesAt(placeOf(group), 'Properties.VpcId')
  return places.some(({ value }) => value !== undefined)
}

function propertyOf(schema: AnySchema, name: string, root: AnySchema): AnySchema | undefined {
  const target = dereferenced(schema, root)
  const properties = target?.['properties'] as { readonly [name: string]: AnySchema } | undefined
  const found = properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined
  return found && dereferenced(found, root)
}

function dereferenced(schema: AnySchema, root: AnySchema): AnySchema | undefined {
  const pointer = schema['$ref']
  if (typeof pointer !== 'string') return schema
  const found = pointer
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((at, step) => (at as AnySchema | undefined)?.[step], root)
  return found as AnySchema | undefined
}
