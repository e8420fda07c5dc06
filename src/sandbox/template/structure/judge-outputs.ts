import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { sectionOf } from './section-of.ts'

/** Throws for outputs that are malformed. */
export function judgeOutputs(template: JsonObject): void {
  for (const [key, output] of Object.entries(sectionOf(template, 'Outputs'))) {
    if (!isObject(output)) throw validationError(`Template format error: Output ${key} is malformed.`)
    const { Value: value, Export: exported, Condition: condition } = output
    if (value === undefined)
      throw validationError('Template format error: Every Outputs member must contain a Value object')
    if (Array.isArray(value) || (isObject(value) && Object.keys(value).length !== 1))
      throw validationError(
        'Template format error: The Value field of every Outputs member must evaluate to a String.',
      )
    if (exported !== undefined && (!isObject(exported) || exported['Name'] === undefined))
      throw validationError('Template format error: Output Export must contain a Name.')
    if (typeof condition === 'string' && !Object.hasOwn(sectionOf(template, 'Conditions'), condition))
      throw validationError(
        `Template format error: Unresolved condition dependency ${condition} in the Outputs block of the template`,
      )
  }
}
