import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { hasVersion } from '../dynamic-references/read-parameter.ts'
import { referencesIn } from '../dynamic-references/reference.ts'
import { checkParameter } from '../parameters/check-parameter.ts'
import { declaredParameters, isStoreValued } from '../parameters/declared-parameter.ts'
import { sectionOf } from './section-of.ts'

const fields = new Set([
  'AllowedPattern',
  'AllowedValues',
  'ConstraintDescription',
  'Default',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
  'Type',
])

const types =
  /^(String|Number|CommaDelimitedList|List<(String|Number|AWS::[A-Za-z0-9]+::[A-Za-z0-9:]+)>|AWS::[A-Za-z0-9]+::[A-Za-z0-9:]+|AWS::SSM::Parameter::Value<.+>)$/

/** Throws for parameters that are malformed, of an unknown type, or whose default breaks their own constraints. */
export function judgeParameters(template: JsonObject): void {
  for (const [key, parameter] of Object.entries(sectionOf(template, 'Parameters'))) {
    if (!isObject(parameter))
      throw validationError(`Template format error: [/Parameters/${key}] must be an object.`)
    const unknown = Object.keys(parameter).find((field) => !fields.has(field))
    if (unknown !== undefined) throw validationError(`Invalid template parameter property '${unknown}'`)
    const type = parameter['Type']
    if (typeof type !== 'string')
      throw validationError('Template format error: Every Parameters object must contain a Type member.')
    if (!types.test(type))
      throw validationError(`Template format error: Unrecognized parameter type: ${type}`)
  }
  for (const parameter of declaredParameters(template)) {
    if (parameter.default === undefined || isStoreValued(parameter)) continue
    if (referencesIn(parameter.default).some((one) => one.service.startsWith('ssm') && !hasVersion(one)))
      throw validationError(
        `Template error: parameter ${parameter.key} should not contain ssm versionless resolver`,
      )
    const problem = checkParameter({ ...parameter, constraintDescription: undefined }, parameter.default)
    if (problem !== undefined) throw validationError(`Template format error: ${problem}`)
  }
}
