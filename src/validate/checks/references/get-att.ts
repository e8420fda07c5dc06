import { attributeProblem, getAttParts } from '../../attributes.ts'
import type { Check } from '../../check.ts'
import { blame, isForMacro } from '../../functions/blame.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { mayBeMade } from '../../serverless-names.ts'
import { isOfModule, isThere } from '../../template-view.ts'

export const getAtt: Check = {
  rules: [
    {
      code: 'E1010',
      level: 'error',
      title: 'Fn::GetAtt names a resource of the template and an attribute that its type has',
      help: 'CloudFormation refuses a template that reads an attribute of a resource that is not in it, and the deployment fails when the type has no such attribute. Check both names; the attributes of a type stand under "Return values" on its page.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getatt.html',
    },
    { code: 'E6101', level: 'error', title: 'The value of an output is a string' },
  ],
  run(template, report) {
    const { uses, resources } = template
    for (const { name, argument, path } of uses) {
      if (name !== 'Fn::GetAtt' || isForMacro(path)) continue
      const parts = getAttParts(argument)
      if (parts === undefined) {
        if (typeof argument === 'string')
          report({
            code: blame(path),
            path,
            message: `"${argument}" names no attribute`,
            hint: `Write "${argument}.Arn"`,
          })
        continue
      }
      const resource = isThere(parts.id, template) ? resources.get(parts.id) : undefined
      if (resource === undefined) {
        if (mayBeMade(parts.id, template) || isOfModule(parts.id, template)) continue
        const hint = suggestion(parts.id, [...resources.keys()])
        report({ code: blame(path), path, message: `The resource "${parts.id}" does not exist`, hint })
      } else if (parts.attribute !== undefined) {
        const problem = attributeProblem(resource.type, parts.attribute, template)
        if (problem !== undefined) report({ code: blame(path), path, ...problem })
      }
    }
  },
}
