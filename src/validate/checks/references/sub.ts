import { attributeProblem, getAttParts } from '../../attributes.ts'
import type { Check, Problem } from '../../check.ts'
import { blame, isBeforeResources, isForMacro } from '../../functions/blame.ts'
import { attributeKinds } from '../../functions/yields.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'
import { inWords } from '../../shapes/shape.ts'
import { subParts, subVariables } from '../../sub-variables.ts'
import { mayBeMade } from '../../serverless-names.ts'
import { isOfModule, isDeclared, isThere, type TemplateView } from '../../template-view.ts'

export const sub: Check = {
  rules: [
    {
      code: 'E1019',
      level: 'error',
      title: 'The variables of Fn::Sub exist',
      help: 'CloudFormation refuses a template when a `${Name}` in Fn::Sub is neither a parameter, nor a resource, nor one of the variables given with the text. Write `${!Name}` for text that is meant to stay as it is, as in scripts.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html',
    },
    { code: 'E6101', level: 'error', title: 'The value of an output is a string' },
  ],
  run(template, report) {
    for (const { name, argument, path } of template.uses) {
      if (name !== 'Fn::Sub' || isForMacro(path)) continue
      const parts = subParts(argument)
      if (parts === undefined) continue
      const early = isBeforeResources(path)
      for (const variable of new Set(subVariables(parts.text))) {
        if (Object.hasOwn(parts.own, variable)) continue
        const problem = problemOf(variable, template, early)
        if (problem !== undefined) report({ code: blame(path), path, ...problem })
      }
    }
  },
}

function problemOf(
  variable: string,
  template: TemplateView,
  early: boolean,
): Pick<Problem, 'message' | 'hint' | 'level'> | undefined {
  const { parameters, resources } = template
  if (isDeclared(variable, template) || pseudoParameters.has(variable)) return undefined
  if (!early && (isThere(variable, template) || isOfModule(variable, template))) return undefined
  const parts = getAttParts(variable)
  const resource = parts && resources.get(parts.id)
  if (parts?.attribute !== undefined && resource !== undefined && !early)
    return yieldsText(parts.attribute, resource.type, template)
  if (mayBeMade(parts?.id ?? variable, template)) return undefined
  const known = [...Object.keys(parameters), ...(early ? [] : resources.keys())]
  return {
    message: `The variable "${variable}" is neither a parameter nor a resource`,
    hint: suggestion(variable, known),
  }
}

function yieldsText(
  attribute: string,
  type: string,
  template: TemplateView,
): Pick<Problem, 'message' | 'hint' | 'level'> | undefined {
  const problem = attributeProblem(type, attribute, template)
  const kinds = attributeKinds(type, attribute, template.types)
  if (problem?.level === 'error' || kinds === undefined || kinds.includes('string')) return problem
  return { message: `The attribute "${attribute}" is ${inWords(kinds)}, and Fn::Sub takes strings` }
}
