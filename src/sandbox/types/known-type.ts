import { typeCatalog } from '../../validate/schemas/type-catalog.ts'

/** Whether templates may have resources of this type. Custom resources, modules and registered types of others may be anything. */
export function isKnownType(type: string): boolean {
  return typeCatalog().attributes(type) !== undefined || isForeignType(type)
}

/** Custom resources, and types that are not Amazon's: nothing is known of their properties. */
export function isForeignType(type: string): boolean {
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') return true
  return /^(?!AWS::|Alexa::|AMZN::)\w+::\w+::\w+(::MODULE)?$/.test(type)
}
