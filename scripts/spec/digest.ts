import type { PropertyModel, TypeModel } from '../../src/codegen/type-model.ts'
import type { ServiceModel } from './load.ts'

/**
 * One line per resource type: counts of properties and nested types, the required and the replacing properties. A new
 * version of the specification then reads as a short difference.
 */
export function printDigest(services: readonly ServiceModel[]): string {
  return services.flatMap((service) => service.types.map(line)).join('\n') + '\n'
}

function line(type: TypeModel): string {
  const names = (wanted: (property: PropertyModel) => boolean): string =>
    type.properties
      .filter(wanted)
      .map((property) => property.name)
      .sort()
      .join(',')
  return [
    type.type,
    `properties=${type.properties.length}`,
    `nested=${type.definitions.length}`,
    `attributes=${type.attributes.length}`,
    `required=${names((property) => property.required)}`,
    `replaces=${names((property) => property.replaces === 'yes')}`,
  ].join(' ')
}
