import type { Check, Problem } from '../../check.ts'
import { isObject, kindOf, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

const fields = [
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'CreationPolicy',
  'UpdatePolicy',
  'Metadata',
  // Of custom resources, which the oldest documents describe.
  'Version',
]

export const resourceStructure: Check = {
  rules: [
    {
      code: 'E3001',
      level: 'error',
      title:
        'Each resource is an object with a type, properties and nothing that CloudFormation does not know',
    },
  ],
  run({ root, transforms }, report) {
    const resources = root['Resources']
    if (!isObject(resources)) return
    const macros = transforms.some((name) => !name.startsWith('AWS::'))
    for (const [id, resource] of Object.entries(resources)) {
      if (id.startsWith('Fn::')) continue
      if (!/^[A-Za-z0-9]+$/.test(id))
        report({
          code: 'E3006',
          path: ['Resources', id],
          message: `The logical id "${id}" is not alphanumeric`,
        })
      if (!isObject(resource))
        report({
          path: ['Resources', id],
          message: `The resource is ${kindOf(resource)}, expected an object`,
        })
      else judge(id, resource, macros, transforms, report)
    }
  },
}

function judge(
  id: string,
  resource: JsonObject,
  macros: boolean,
  transforms: readonly string[],
  report: (problem: Problem) => void,
): void {
  const path = ['Resources', id]
  if (typeof resource['Type'] !== 'string')
    report({ path: [...path, 'Type'], message: 'The resource has no type' })
  const serverless = transforms.some((name) => name.startsWith('AWS::Serverless'))
  for (const field of Object.keys(resource)) {
    if (fields.includes(field) || field.startsWith('Fn::') || macros) continue
    if (serverless && (field === 'Connectors' || field === 'IgnoreGlobals')) continue
    report({
      path: [...path, field],
      message: `A resource has no field "${field}"`,
      hint: suggestion(field, fields),
    })
  }
  const { Properties: properties, Condition: condition, Metadata: metadata } = resource
  if (properties !== undefined && !isObject(properties)) {
    report({
      path: [...path, 'Properties'],
      message: `The properties are ${kindOf(properties)}, expected an object`,
    })
  }
  if (condition !== undefined && typeof condition !== 'string') {
    report({
      code: 'E3015',
      path: [...path, 'Condition'],
      message: 'The condition is no name of a condition',
    })
  }
  if (metadata !== undefined && !isObject(metadata)) {
    report({
      code: 'E3028',
      path: [...path, 'Metadata'],
      message: `The metadata are ${kindOf(metadata)}, expected an object`,
    })
  }
}
