import type { Check, Problem } from '../../check.ts'
import { isObject, kindOf, textOf } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'

const sections = [
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
  'Transform',
]
const objects = new Set(['Conditions', 'Mappings', 'Metadata', 'Outputs', 'Parameters', 'Resources', 'Rules'])

export const templateStructure: Check = {
  rules: [
    {
      code: 'E1001',
      level: 'error',
      title: 'The template has the sections of a template, each of the right kind, and resources',
    },
  ],
  run({ root, transforms }, report) {
    for (const [name, value] of Object.entries(root)) judgeSection(name, value, transforms, report)
    if (!('Resources' in root) && !('Fn::Transform' in root)) {
      report({ path: [], message: 'Required section "Resources" is missing' })
    } else if (isObject(root['Resources']) && Object.keys(root['Resources']).length === 0) {
      report({
        level: 'warning',
        path: ['Resources'],
        message: 'There are no resources; CloudFormation wants at least one',
      })
    }
    const version = root['AWSTemplateFormatVersion']
    if (version !== undefined && version !== '2010-09-09') {
      report({
        path: ['AWSTemplateFormatVersion'],
        message: `"${textOf(version)}" is no version of the format, expected "2010-09-09"`,
      })
    }
  },
}

function judgeSection(
  name: string,
  value: unknown,
  transforms: readonly string[],
  report: (problem: Problem) => void,
): void {
  if (name === 'Fn::Transform') return
  if (name === 'Globals' && transforms.some((transform) => transform.startsWith('AWS::Serverless'))) return
  if (name === 'Hooks') return
  if (!sections.includes(name)) {
    report({
      path: [name],
      message: `"${name}" is no section of a template`,
      hint: suggestion(name, sections),
    })
  } else if (objects.has(name) && !isObject(value)) {
    report({ path: [name], message: `The section "${name}" is ${kindOf(value)}, expected an object` })
  }
}
