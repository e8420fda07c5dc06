import type { Check } from '../../check.ts'
import { isForMacro, isNested } from '../../functions/blame.ts'
import { functionsOfRules } from '../../functions/shapes.ts'
import type { Path } from '../../finding.ts'
import { kindsAt, placeOf } from '../../properties/kinds-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { suggestion } from '../../properties/suggestion.ts'

/** Functions that stand for a value of a resource or an output. */
const values = [
  'Fn::Base64',
  'Fn::Cidr',
  'Fn::FindInMap',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::GetStackOutput',
  'Fn::If',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Length',
  'Fn::Select',
  'Fn::Split',
  'Fn::Sub',
  'Fn::ToJsonString',
  'Fn::Transform',
]
const ofConditions = ['Fn::And', 'Fn::Equals', 'Fn::Not', 'Fn::Or']

export const misplacedFunctions: Check = {
  rules: [
    {
      code: 'E1001',
      level: 'error',
      title: 'Functions exist, and stand where CloudFormation evaluates them',
      help: 'CloudFormation refuses a template with a function that it does not know, and evaluates And, Or, Not and Equals in conditions only. Check the spelling; name a condition and use Fn::If where a value is wanted.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html',
    },
  ],
  run(template, report) {
    const { uses, macros } = template
    if (macros) return
    const isData = (path: Path): boolean => path[0] === 'Resources' && path[2] === 'Metadata'
    for (const { name, path } of uses) {
      if (
        !name.startsWith('Fn::') ||
        name.startsWith('Fn::ForEach::') ||
        isForMacro(path) ||
        isData(path) ||
        isNested(path)
      )
        continue
      const isKnown = values.includes(name) || ofConditions.includes(name) || functionsOfRules.includes(name)
      if (!isKnown) {
        if (isJudgedBySchema(path, template)) continue

        report({ path, message: `The function "${name}" does not exist`, hint: suggestion(name, values) })
      } else if ((path[0] === 'Resources' || path[0] === 'Outputs') && !values.includes(name)) {
        const hint = 'Name a condition in the section Conditions, and use Fn::If'
        report({ path, message: `"${name}" may not stand here`, hint })
      }
    }
  },
}

/** Whether the schema of the type says that there is no object here: then an unknown function is a value of the wrong kind. */
function isJudgedBySchema(path: Path, { resources, types }: TemplateView): boolean {
  const schema = types.schema(resources.get(String(path[1]))?.type ?? '')
  const wanted = schema && path[2] === 'Properties' ? kindsAt(schema, placeOf(path)) : undefined
  return wanted !== undefined && !wanted.includes('object')
}
