import type { Check, Problem } from '../../check.ts'
import { isObject, kindOf, onlyKey, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

const fields = ['Value', 'Description', 'Export', 'Condition']

/** Functions that yield lists, which an output can't hold. */
const listFunctions = new Set(['Fn::GetAZs', 'Fn::Split', 'Fn::Cidr'])

export const outputs: Check = {
  rules: [
    {
      code: 'E6001',
      level: 'error',
      title: 'Each output has a value that is a string, known fields, and an export with a name',
    },
  ],
  run({ outputs }, report) {
    for (const [id, output] of Object.entries(outputs)) {
      const path = ['Outputs', id]
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id))
        report({ code: 'E6004', path, message: `The output name "${id}" is not alphanumeric` })
      if (isObject(output)) judge(path, output, report)
      else report({ path, message: `The output is ${kindOf(output)}, expected an object` })
    }
  },
}

function judge(path: readonly string[], output: JsonObject, report: (problem: Problem) => void): void {
  if ('Fn::Transform' in output) return
  for (const field of Object.keys(output)) {
    if (!fields.includes(field)) {
      report({
        path: [...path, field],
        message: `An output has no field "${field}"`,
        hint: suggestion(field, fields),
      })
    }
  }
  const { Value: value, Condition: condition, Description: text } = output
  if (value === undefined) report({ code: 'E6002', path, message: 'Required field "Value" is missing' })
  else if (!isText(value))
    report({
      code: 'E6101',
      path: [...path, 'Value'],
      message: `The value is ${describe(value)}, expected a string`,
    })
  if (condition !== undefined && typeof condition !== 'string') {
    report({
      code: 'E6005',
      path: [...path, 'Condition'],
      message: 'The condition is no name of a condition',
    })
  }
  if (text !== undefined && typeof text !== 'string')
    report({ path: [...path, 'Description'], message: 'The description is no string' })
  if (output['Export'] !== undefined) judgeExport([...path, 'Export'], output['Export'], report)
}

function judgeExport(path: readonly string[], value: unknown, report: (problem: Problem) => void): void {
  if (onlyKey(value) !== 'Name') report({ code: 'E6102', path, message: 'An export has one field, "Name"' })
  else if (!isText((value as JsonObject)['Name']))
    report({ code: 'E6102', path: [...path, 'Name'], message: 'The name is no string' })
}

/** A scalar, or a function that may yield one. */
function isText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== null
  const call = onlyKey(value)
  if (call === 'Fn::If') return [(value as JsonObject)['Fn::If']].flat().slice(1).every(isText)
  return call !== undefined && (call === 'Ref' || call.includes('::')) && !listFunctions.has(call)
}

function describe(value: unknown): string {
  const call = onlyKey(value)
  return call !== undefined && listFunctions.has(call) ? `the list that ${call} yields` : kindOf(value)
}
