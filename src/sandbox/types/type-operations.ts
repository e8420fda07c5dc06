import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import type { CallContext, Operation, Operations } from '../operation.ts'
import { textGiven } from '../read-operations/given.ts'
import { page } from '../read-operations/page.ts'
import { ServiceError, validationError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { registrySchema } from './registry-schema.ts'

/** A resource type and its schema. Nobody has registered types of their own in the sandbox. */
const describeType: Operation = (input, { place }) => {
  const arn = textGiven(input, 'Arn')
  const name = textGiven(input, 'TypeName') ?? arn?.split('/').at(-1)?.replaceAll('-', '::')
  if (name === undefined) throw validationError('Either Arn or TypeName and Type must be specified')
  const schema = (textGiven(input, 'Type') ?? 'RESOURCE') === 'RESOURCE' ? registrySchema(name) : undefined
  if (schema === undefined)
    throw new ServiceError('TypeNotFoundException', `The type '${name}' cannot be found.`, 404)
  return {
    Arn: typeArn(name, place),
    Type: 'RESOURCE',
    TypeName: name,
    Description: schema['description'],
    Schema: JSON.stringify(schema),
    ProvisioningType: provisioningType(name),
    DeprecatedStatus: 'LIVE',
    Visibility: 'PUBLIC',
    IsActivated: true,
  }
}

/** Amazon's types when public ones are asked for; there are no others. */
const listTypes: Operation = (input, { place }) => {
  const filters = (input['Filters'] ?? {}) as JsonObject
  const prefix = textGiven(filters, 'TypeNamePrefix') ?? ''
  const wantsOwn =
    textGiven(input, 'Visibility') !== 'PUBLIC' || textGiven(filters, 'PublisherId') !== undefined
  const isAmazons = (textGiven(filters, 'Category') ?? 'AWS_TYPES') === 'AWS_TYPES'
  const isAsked = !wantsOwn && isAmazons && (textGiven(input, 'Type') ?? 'RESOURCE') === 'RESOURCE'
  const kind = textGiven(input, 'ProvisioningType')
  const names = isAsked && textGiven(input, 'DeprecatedStatus') !== 'DEPRECATED' ? typeCatalog().names() : []
  const found = names
    .filter((name) => name.startsWith(prefix) && (kind === undefined || provisioningType(name) === kind))
    .sort()
  const { items, next } = page(found, input, Number(input['MaxResults'] ?? 100))
  return {
    TypeSummaries: items.map((name) => ({
      Type: 'RESOURCE',
      TypeName: name,
      TypeArn: typeArn(name, place),
      Description: `Resource Type definition for ${name}`,
    })),
    ...next,
  }
}

function typeArn(name: string, { partition, region }: CallContext['place']): string {
  return `arn:${partition}:cloudformation:${region}::type/resource/${name.replaceAll('::', '-')}`
}

/** Types of which every property replaces the resource cannot be updated. */
function provisioningType(name: string): 'FULLY_MUTABLE' | 'IMMUTABLE' {
  const { readOnly = [], createOnly = [] } = typeCatalog().facts(name)
  const properties = Object.keys(typeCatalog().schema(name)?.['properties'] ?? {})
  const fixed = new Set([...readOnly, ...createOnly])
  return createOnly.length > 0 && properties.every((one) => fixed.has(one)) ? 'IMMUTABLE' : 'FULLY_MUTABLE'
}

/** What the API says of resource types. */
export const typeOperations: Operations = { DescribeType: describeType, ListTypes: listTypes }
