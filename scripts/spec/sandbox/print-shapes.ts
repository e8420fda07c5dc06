import type { Resource } from '@aws-cdk/service-spec-types'
import { serviceOf, type ResourceShape } from '../../../src/sandbox/types/resource-shape.ts'
import { printBlobs } from '../../../src/validate/schemas/blob-file.ts'
import { names, takesItsName } from '../names.ts'
import { attributeShape } from './attribute-shape.ts'
import { identityOf } from './identity.ts'
import { judgedResource } from './judged-resource.ts'
import type { JudgedType } from '../judged-types.ts'

/** What the sandbox knows of each type's ids and attributes: a text of JSON for each service. */
export function printShapes(
  specified: readonly Resource[],
  types: readonly JudgedType[],
): { readonly [file: string]: Buffer } {
  const known = new Map(specified.map((resource) => [resource.cloudFormationType, resource]))
  const services = new Map<string, { [type: string]: ResourceShape }>()
  for (const judged of types) {
    const { type } = judged
    const ofService = services.get(serviceOf(type)) ?? {}
    services.set(serviceOf(type), { ...ofService, [type]: shapeOf(judgedResource(judged, known.get(type))) })
  }
  return {
    'sandbox.pack': printBlobs(
      [...services]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, shapes]) => [name, JSON.stringify(shapes)]),
    ),
  }
}

/** Types that look as if another one were overwritten, and of which the service refuses it. */
const refused = new Set(['AWS::Route53::RecordSet', 'AWS::S3::BucketPolicy'])

function shapeOf(resource: Resource): ResourceShape {
  const type = resource.cloudFormationType
  const identity = identityOf(resource)
  const attributes = Object.entries(resource.attributes).map(([name, attribute]) => [
    name,
    attributeShape(resource, { name, attribute, identity }),
  ])
  const isOverwritten =
    Object.hasOwn(takesItsName, type) || (type.endsWith('Policy') && names[type] === undefined)
  return {
    ...identity,
    ...(isOverwritten && !refused.has(type) && { overwrites: true as const }),
    attributes: Object.fromEntries(attributes),
  }
}
