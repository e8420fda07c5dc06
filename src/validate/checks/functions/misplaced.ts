import type { Check } from '../../check.ts'
import { isForMacro, isNested } from '../../functions/blame.ts'
import { suggestion } from '../../properties/explain.ts'

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
const ofRules = [
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::RefAll',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
]

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
  run({ uses, macros }, report) {
    if (macros) return
    for (const { name, path } of uses) {
      if (!name.startsWith('Fn::') || name.startsWith('Fn::ForEach::') || isForMacro(path)) continue
      const isKnown = values.includes(name) || ofConditions.includes(name) || ofRules.includes(name)
      if (!isKnown) {
        report({ path, message: `The function "${name}" does not exist`, hint: suggestion(name, values) })
      } else if (
        !isNested(path) &&
        (path[0] === 'Resources' || path[0] === 'Outputs') &&
        !values.includes(name)
      ) {
        const hint = 'Name a condition in the section Conditions, and use Fn::If'
        report({ path, message: `"${name}" may not stand here`, hint })
      }
    }
  },
}
