import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import { textOfScalar } from '../functions/text-of-scalar.ts'
import type { JsonObject } from '../../world.ts'
import { sectionOf } from './section-of.ts'

/** Throws for mappings that are not two levels of names over texts and lists. */
export function judgeMappings(template: JsonObject): void {
  for (const [name, mapping] of Object.entries(sectionOf(template, 'Mappings'))) {
    if (!isObject(mapping))
      throw validationError(`Template format error: Every Mappings member ${name} must be a map`)
    for (const [key, row] of Object.entries(mapping)) {
      if (!isObject(row))
        throw validationError(`Template format error: Every Mappings member ${key} must be a map`)
      for (const [attribute, value] of Object.entries(row)) judgeAttribute(attribute, value)
    }
  }
}

function judgeAttribute(name: string, value: unknown): void {
  if (!/^[A-Za-z0-9.-]+$/.test(name))
    throw validationError(
      `Template format error: Mappings attribute name '${name}' must contain only alphanumeric characters.`,
    )
  if (![value].flat().every((one) => textOfScalar(one) !== undefined))
    throw validationError('Template format error: Every Mappings attribute must be a String or a List.')
}
