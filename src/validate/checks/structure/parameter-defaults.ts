import type { Check } from '../../check.ts'
import { isListType } from '../../functions/yields.ts'
import { isObject, textOf, type JsonObject } from '../../json.ts'
import { matchesPattern } from '../../allowed-pattern.ts'

export const parameterDefaults: Check = {
  rules: [
    {
      code: 'E2015',
      level: 'error',
      title: 'The default of a parameter is allowed by its own rules',
      help: 'CloudFormation refuses the template, or every deployment that leaves the parameter out, when the default is not among the allowed values, does not match the pattern, or is out of range. An allowed pattern has to match the whole value.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
    },
  ],
  run({ parameters }, report) {
    for (const [id, parameter] of Object.entries(parameters)) {
      if (!isObject(parameter) || typeof parameter['Type'] !== 'string') continue
      const { Default: value, Type: type } = parameter
      if (value === undefined || value === null || typeof value === 'object') continue
      for (const { item, wrong } of judgeDefault(String(value), parameter, type))
        report({ path: ['Parameters', id, 'Default'], message: `The default "${item}" ${wrong}` })
    }
  },
}

interface Broken {
  readonly item: string
  readonly wrong: string
}

/** A list may be allowed as a whole, or item by item. */
function judgeDefault(value: string, parameter: JsonObject, type: string): readonly Broken[] {
  const whole = broken(value, parameter, type)
  if (whole.length === 0 || !isListType(type)) return whole
  if (value === '') return []
  return value.split(',').flatMap((item) => broken(item.trim(), parameter, type))
}

/** The rules of the parameter that a value breaks; of a type that is looked up later only those about its text. */
function broken(value: string, parameter: JsonObject, type: string): readonly Broken[] {
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter
  const limit = (field: string): number => {
    const given = parameter[field]
    return typeof given === 'number' || typeof given === 'string' ? Number(given) : NaN
  }
  const found: string[] = []
  const isNumber = type === 'Number' || type === 'List<Number>'
  if (Array.isArray(allowed) && allowed.length > 0 && !allowed.map(textOf).includes(value))
    found.push('is not among AllowedValues')
  if (typeof pattern === 'string' && pattern !== '' && matchesPattern(pattern, value) === false)
    found.push('does not match AllowedPattern')
  if (isNumber && (value.trim() === '' || Number.isNaN(Number(value)))) found.push('is no number')
  if (isNumber && Number(value) < limit('MinValue')) found.push('is less than MinValue')
  if (isNumber && Number(value) > limit('MaxValue')) found.push('is more than MaxValue')
  if (type === 'String' && value.length < limit('MinLength')) found.push('is shorter than MinLength')
  if (type === 'String' && value.length > limit('MaxLength')) found.push('is longer than MaxLength')
  return found.map((wrong) => ({ item: value.slice(0, 80), wrong }))
}
