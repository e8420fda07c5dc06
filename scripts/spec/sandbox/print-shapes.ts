import type { Resource } from '@aws-cdk/service-spec-types'
import { serviceOf, type ResourceShape } from '../../../src/sandbox/types/resource-shape.ts'
import { printBlobs } from '../../../src/validate/schemas/blob-file.ts'
import { attributeShape } from './attribute-shape.ts'
import { identityOf } from './identity.ts'

/** What the sandbox knows of each type's ids and attributes: a text of JSON for each service. */
export function printShapes(resources: readonly Resource[]): { readonly [file: string]: Buffer } {
  const services = new Map<string, { [type: string]: ResourceShape }>()
  for (const resource of resources) {
    const type = resource.cloudFormationType
    const ofService = services.get(serviceOf(type)) ?? {}
    services.set(serviceOf(type), { ...ofService, [type]: shapeOf(resource) })
  }
  return {
    'sandbox.pack': printBlobs(
      [...services]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, shapes]) => [name, JSON.stringify(shapes)]),
    ),
  }
}

function shapeOf(resource: Resource): ResourceShape {
  const identity = identityOf(resource)
  const attributes = Object.entries(resource.attributes).map(([name, attribute]) => [
    name,
    attributeShape(resource, { name, attribute, identity }),
  ])
  return { ...identity, attributes: Object.fromEntries(attributes) }
}
