import { attributeProblem, getAttParts } from '../../attributes.ts'
import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'
import { subParts, subVariables } from '../../sub-variables.ts'
import type { TemplateView } from '../../template-view.ts'

export const sub: Check = {
  rules: [
    {
      code: 'E1019',
      level: 'error',
      title: 'Fn::Sub is a text, with variables that exist, and perhaps variables of its own',
    },
  ],
  run(template, report) {
    for (const { name, argument, path } of template.uses) {
      if (name !== 'Fn::Sub') continue
      const parts = subParts(argument)
      if (parts === undefined) {
        if (!template.open)
          report({ path, message: 'Fn::Sub takes a text, or a list of a text and an object of variables' })
        continue
      }
      for (const variable of new Set(subVariables(parts.text))) {
        if (Object.hasOwn(parts.own, variable)) continue
        const problem = problemOf(variable, template)
        if (problem !== undefined) report({ path, ...problem })
      }
    }
  },
}

function problemOf(
  variable: string,
  template: TemplateView,
): { message: string; hint: string | undefined } | undefined {
  const { parameters, resources, open } = template
  if (Object.hasOwn(parameters, variable) || pseudoParameters.has(variable) || resources.has(variable))
    return undefined
  const parts = getAttParts(variable)
  const resource = parts && resources.get(parts.id)
  if (parts?.attribute !== undefined && resource !== undefined) {
    return attributeProblem(resource.type, parts.attribute, template)
  }
  if (open) return undefined
  const known = [...Object.keys(parameters), ...resources.keys()]
  return {
    message: `The variable "${variable}" is neither a parameter nor a resource`,
    hint: suggestion(variable, known),
  }
}
