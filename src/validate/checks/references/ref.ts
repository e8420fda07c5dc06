import type { Check } from '../../check.ts'
import { blame, isBeforeResources, isForMacro } from '../../functions/blame.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'
import { mayBeMade } from '../../serverless-names.ts'
import { isOfModule, isDeclared, isThere, type TemplateView } from '../../template-view.ts'

export const ref: Check = {
  rules: [
    {
      code: 'E1020',
      level: 'error',
      title: 'Ref names a parameter, a resource or a pseudo parameter',
      help: 'CloudFormation refuses a template with a Ref to a name that is nowhere in it. Check the spelling, or declare the parameter. In conditions and rules only parameters are known.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-ref.html',
    },
    { code: 'E6101', level: 'error', title: 'The value of an output is a string' },
  ],
  run(template, report) {
    const { uses, parameters, resources } = template
    for (const { name, argument, path } of uses) {
      if (name !== 'Ref' || typeof argument !== 'string' || isForMacro(path)) continue
      if (isDeclared(argument, template) || pseudoParameters.has(argument)) continue
      const early = isBeforeResources(path)
      if (!early && (isThere(argument, template) || isOfModule(argument, template))) continue
      if (mayBeMade(argument, template)) continue
      const known = [...Object.keys(parameters), ...(early ? [] : resources.keys())]
      const hint = suggestion(
        argument,
        known.filter((name) => name !== argument),
      )
      report({ code: blame(path), path, message: messageFor(argument, early, template), hint })
    }
  },
}

function messageFor(name: string, early: boolean, { parameters, resources }: TemplateView): string {
  if (Object.hasOwn(parameters, name)) return `Ref to the parameter "${name}", which has no type`
  if (!resources.has(name)) return `Ref to "${name}", which is neither a parameter nor a resource`
  return early
    ? `Ref to the resource "${name}": only parameters are known here`
    : `Ref to the resource "${name}", which has no type`
}
