import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, kindOf, textOf } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'
import type { TemplateView } from '../../template-view.ts'

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
/** Sections that are objects, and the code under which cfn-lint judges each. */
const objects = new Map([
  ['Conditions', 'E8001'],
  ['Mappings', 'E7001'],
  ['Metadata', 'E4002'],
  ['Outputs', 'E6001'],
  ['Parameters', 'E2001'],
  ['Resources', 'E3001'],
  ['Rules', 'E1700'],
])

const transform: Shape = {
  kinds: ['string', 'object'],
  fields: { Name: { kinds: ['string'] }, Parameters: { kinds: ['object'] } },
  required: ['Name'],
}

export const templateStructure: Check = {
  rules: [
    {
      code: 'E1001',
      level: 'error',
      title: 'The template has the sections of a template, each of the right kind, and resources',
      help: 'CloudFormation refuses a template with a section that it does not know, with one of another kind than an object, and without resources. Check the spelling of the section, and its indentation in YAML.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
    },
    ...[...objects].map(([section, code]) => ({
      code,
      level: 'error' as const,
      title: `The section ${section} is an object`,
      help: `CloudFormation refuses a template whose ${section} are a list or a text. Write a name for each, and what it stands for.`,
    })),
    {
      code: 'E1005',
      level: 'error',
      title: 'Transform is the name of a macro, an object with a name and parameters, or a list of these',
      help: 'CloudFormation runs the macros of this section over the template before anything else, and refuses it when it cannot tell which. Write the name, or an object with Name and Parameters.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html',
    },
  ],
  run(template, report) {
    const { root } = template
    for (const [name, value] of Object.entries(root)) judgeSection(name, value, template, report)
    if (!Object.hasOwn(root, 'Resources') && !Object.hasOwn(root, 'Fn::Transform')) {
      report({ path: [], message: 'Required section "Resources" is missing' })
    } else if (isObject(root['Resources']) && Object.keys(root['Resources']).length === 0) {
      const message = 'There are no resources; CloudFormation wants at least one'
      report({ level: 'warning', path: ['Resources'], message })
    }
    const version = root['AWSTemplateFormatVersion']
    if (version !== undefined && version !== '2010-09-09') {
      const message = `"${textOf(version)}" is no version of the format, expected "2010-09-09"`
      report({ path: ['AWSTemplateFormatVersion'], message })
    }
    judgeTransform(template, report)
    for (const name of ['Conditions', 'Rules']) reportNulls(root[name], [name], report)
  },
}

function judgeSection(
  name: string,
  value: unknown,
  { serverless }: TemplateView,
  report: (problem: Problem) => void,
): void {
  if (name === 'Fn::Transform' || name === 'Hooks' || (name === 'Globals' && serverless)) return
  if (!sections.includes(name)) {
    report({
      path: [name],
      message: `"${name}" is no section of a template`,
      hint: suggestion(name, sections),
    })
  } else if (objects.has(name) && !isObject(value)) {
    const message = `The section "${name}" is ${kindOf(value)}, expected an object`
    report({ code: objects.get(name) as string, path: [name], message })
    if (name === 'Conditions' || name === 'Rules') report({ path: [name], message })
  }
}

function judgeTransform(template: TemplateView, report: (problem: Problem) => void): void {
  if (!Object.hasOwn(template.root, 'Transform')) return
  const given = template.root['Transform']
  const shape: Shape = Array.isArray(given) ? { items: transform } : transform
  judgeAs({ other: 'E1005' }, given, shape, ['Transform'], { template, report })
}

/** Values left out in YAML: `Condition:` with nothing behind it. */
function reportNulls(value: unknown, path: Path, report: (problem: Problem) => void): void {
  if (value === null && path.length > 1)
    report({ path, message: 'There is no value here', hint: 'Write one, or remove the name' })
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    reportNulls(inner, [...path, Array.isArray(value) ? Number(key) : key], report)
}
