import type { Check, Rule } from '../../check.ts'
import { blame, isForMacro } from '../../functions/blame.ts'
import { shapeOf } from '../../functions/shapes.ts'
import { yieldsOf } from '../../functions/yields.ts'
import { judgeShape } from '../../shapes/judge.ts'

const pages = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/'

function rule(code: string, name: string, takes: string, page: string): Rule {
  return {
    code,
    level: 'error',
    title: `${name} takes what CloudFormation accepts there`,
    help: `${name} takes ${takes}. CloudFormation refuses the template when an argument is missing, of another kind, or computed by a function that may not stand there. Compute the value in a parameter or a mapping, or write it out.`,
    source: `${pages}${page}.html`,
  }
}

const conditionPage = 'intrinsic-function-reference-conditions'

/** The shape of the arguments of every function. */
export const functionArguments: Check = {
  rules: [
    rule('E1021', 'Fn::Base64', 'a text', 'intrinsic-function-reference-base64'),
    rule(
      'E1024',
      'Fn::Cidr',
      'a block, a count up to 256 and perhaps the bits of a block',
      'intrinsic-function-reference-cidr',
    ),
    rule('E1015', 'Fn::GetAZs', 'a region', 'intrinsic-function-reference-getavailabilityzones'),
    rule('E1016', 'Fn::ImportValue', 'the name of an export', 'intrinsic-function-reference-importvalue'),
    rule('E1017', 'Fn::Select', 'an index and a list', 'intrinsic-function-reference-select'),
    rule('E1018', 'Fn::Split', 'a delimiter and a text', 'intrinsic-function-reference-split'),
    rule('E1022', 'Fn::Join', 'a delimiter and a list of texts', 'intrinsic-function-reference-join'),
    rule('E1028', 'Fn::If', 'the name of a condition that exists, and two values', conditionPage),
    rule(
      'E1033',
      'Fn::GetStackOutput',
      'the names of a stack and of its output, and perhaps a region and a role',
      'intrinsic-function-reference',
    ),
    rule('E8003', 'Fn::Equals', 'two values', conditionPage),
    rule('E8004', 'Fn::And', 'two to ten conditions', conditionPage),
    rule('E8005', 'Fn::Not', 'one condition', conditionPage),
    rule('E8006', 'Fn::Or', 'two to ten conditions', conditionPage),
    rule('E8007', 'Condition', 'the name of a condition', conditionPage),
    rule(
      'E1010',
      'Fn::GetAtt',
      'a resource and an attribute that its type has',
      'intrinsic-function-reference-getatt',
    ),
    rule(
      'E1011',
      'Fn::FindInMap',
      'a mapping, a top-level key and a second-level key',
      'intrinsic-function-reference-findinmap',
    ),
    rule('E1019', 'Fn::Sub', 'a text, and perhaps variables for it', 'intrinsic-function-reference-sub'),
    rule('E1020', 'Ref', 'the name of a parameter or a resource', 'intrinsic-function-reference-ref'),
    rule(
      'E1030',
      'Fn::Length',
      'a list, and needs the transform AWS::LanguageExtensions',
      'intrinsic-function-reference-length',
    ),
    rule(
      'E1031',
      'Fn::ToJsonString',
      'an object or a list, and needs the transform AWS::LanguageExtensions',
      'intrinsic-function-reference-ToJsonString',
    ),
    {
      code: 'E6101',
      level: 'error',
      title: 'The value of an output is a string',
      help: 'An output holds one string. Join a list, or name the attribute of a resource that yields a string.',
      source: `${pages}outputs-section-structure.html`,
    },
  ],
  run(template, report) {
    const extended = template.transforms.includes('AWS::LanguageExtensions')
    for (const { name, argument, path } of template.uses) {
      if (isForMacro(path) || (name === 'Condition' && path[0] !== 'Conditions' && path[0] !== 'Rules'))
        continue
      const lacking = needsExtensions(name)
      if (lacking !== undefined && !extended && !template.macros) {
        const hint = 'Add `"Transform": "AWS::LanguageExtensions"` to the template'
        report({ code: lacking, path, message: `${name} needs the transform AWS::LanguageExtensions`, hint })
        continue
      }
      const shape = shapeOf(name, extended, path[0] === 'Rules')
      if (shape === undefined) continue
      judgeShape(argument, shape, path, {
        yields: (nested, inner) => yieldsOf(nested, inner, template),
        report: ({ path: place, message, hint }) =>
          report({
            code: place[place.length - 1] === 'Ref' ? blame(place) : (lacking ?? blame(path)),
            path: place,
            message: `${name}: ${message}`,
            hint,
          }),
      })
    }
  },
}

function needsExtensions(name: string): string | undefined {
  if (name === 'Fn::Length') return 'E1030'
  return name === 'Fn::ToJsonString' ? 'E1031' : undefined
}
