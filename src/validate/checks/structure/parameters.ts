import type { Check, Problem } from '../../check.ts'
import { isObject, kindOf, textOf, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

const fields = [
  'Type',
  'Default',
  'AllowedValues',
  'AllowedPattern',
  'ConstraintDescription',
  'Description',
  'MaxLength',
  'MaxValue',
  'MinLength',
  'MinValue',
  'NoEcho',
]

const kinds =
  /^(String|Number|CommaDelimitedList|List<(String|Number|AWS::[A-Za-z0-9:]+)>|AWS::SSM::Parameter::(Name|Value<.+>)|AWS::[A-Za-z0-9]+::[A-Za-z0-9:]+)$/

export const parameters: Check = {
  rules: [
    {
      code: 'E2001',
      level: 'error',
      title: 'Each parameter has a type that exists, known fields, and a default that its own rules allow',
    },
  ],
  run(template, report) {
    for (const [id, parameter] of Object.entries(template.parameters)) {
      const path = ['Parameters', id]
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id))
        report({ code: 'E2003', path, message: `The parameter name "${id}" is not alphanumeric` })
      if (template.resources.has(id))
        report({ code: 'E3007', path, message: `"${id}" is the name of a resource too` })
      if (isObject(parameter)) judge(path, parameter, report)
      else report({ path, message: `The parameter is ${kindOf(parameter)}, expected an object` })
    }
  },
}

function judge(path: readonly string[], parameter: JsonObject, report: (problem: Problem) => void): void {
  for (const field of Object.keys(parameter)) {
    if (!fields.includes(field)) {
      report({
        path: [...path, field],
        message: `A parameter has no field "${field}"`,
        hint: suggestion(field, fields),
      })
    }
  }
  const { Type: type } = parameter
  if (type === undefined) report({ path, message: 'Required field "Type" is missing' })
  else if (typeof type !== 'string' || !kinds.test(type)) {
    report({ code: 'E2002', path: [...path, 'Type'], message: `"${textOf(type)}" is no type of a parameter` })
  } else judgeDefault(path, parameter, type, report)
}

function judgeDefault(
  path: readonly string[],
  parameter: JsonObject,
  type: string,
  report: (problem: Problem) => void,
): void {
  const { Default: value } = parameter
  if (value === undefined) return
  if (typeof value === 'object') {
    report({
      code: 'E2015',
      path: [...path, 'Default'],
      message: `The default is ${kindOf(value)}, expected a string or number`,
    })
    return
  }
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<')
  const values = isList
    ? String(value)
        .split(',')
        .map((item) => item.trim())
    : [String(value)]
  if (type === 'CommaDelimitedList' && String(value) === '') return
  for (const item of values) {
    const wrong = broken(item, parameter, type)
    if (wrong !== undefined)
      report({ code: 'E2015', path: [...path, 'Default'], message: `The default "${item}" ${wrong}` })
  }
}

/** The rule of the parameter that a value breaks. */
function broken(value: string, parameter: JsonObject, type: string): string | undefined {
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter
  const least = (field: string): number => (parameter[field] === undefined ? NaN : Number(parameter[field]))
  if (Array.isArray(allowed) && !allowed.map(textOf).includes(value)) return 'is not among AllowedValues'
  if (typeof pattern === 'string' && !matches(pattern, value)) return 'does not match AllowedPattern'
  if (/Number/.test(type)) {
    if (value.trim() === '' || Number.isNaN(Number(value))) return 'is no number'
    if (Number(value) < least('MinValue')) return 'is less than MinValue'
    return Number(value) > least('MaxValue') ? 'is more than MaxValue' : undefined
  }
  if (type !== 'String') return undefined
  if (value.length < least('MinLength')) return 'is shorter than MinLength'
  return value.length > least('MaxLength') ? 'is longer than MaxLength' : undefined
}

/** A pattern of another dialect than ours is not judged; neither is a long text, which could make a bad pattern take for ever. */
function matches(pattern: string, value: string): boolean {
  if (value.length > 200 || /\([^)]*[+*][^)]*\)[+*]/.test(pattern)) return true
  try {
    return new RegExp(`^(?:${pattern})$`).test(value)
  } catch {
    return true
  }
}
