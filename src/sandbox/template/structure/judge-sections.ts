import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'

const sections = new Set([
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Hooks',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
])

/** Throws for what stands at the top of a template and is no section, or is no object. */
export function judgeSections(template: JsonObject): void {
  const unknown = Object.keys(template).filter((name) => !sections.has(name))
  if (unknown.length > 0)
    throw validationError(`Invalid template property or properties [${unknown.join(', ')}]`)
  const { AWSTemplateFormatVersion: version, Description: description } = template
  if (version !== undefined && version !== '2010-09-09')
    throw validationError('Template format error: unsupported value for AWSTemplateFormatVersion.')
  if (description !== undefined && typeof description !== 'string')
    throw validationError('Template format error: Description member must be a string.')
  for (const name of ['Conditions', 'Mappings', 'Outputs', 'Parameters', 'Resources', 'Rules'])
    if (template[name] !== undefined && !isObject(template[name]))
      throw validationError(`Template format error: ${name} must be an object.`)
}
