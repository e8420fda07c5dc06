import { attributeProblem, getAttParts } from '../../attributes.ts'
import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'

export const getAtt: Check = {
  rules: [
    {
      code: 'E1010',
      level: 'error',
      title: 'Fn::GetAtt names a resource of the template and an attribute that its type has',
    },
  ],
  run(template, report) {
    const { uses, resources, open } = template
    for (const { name, argument, path } of uses) {
      if (name !== 'Fn::GetAtt') continue
      const parts = getAttParts(argument)
      if (parts === undefined) {
        if (!open) report({ path, message: 'Fn::GetAtt takes a logical id and an attribute' })
        continue
      }
      const resource = resources.get(parts.id)
      if (resource === undefined) {
        const hint = suggestion(parts.id, [...resources.keys()])
        if (!open) report({ path, message: `The resource "${parts.id}" does not exist`, hint })
      } else if (parts.attribute !== undefined) {
        const problem = attributeProblem(resource.type, parts.attribute, template)
        if (problem !== undefined) report({ path, ...problem })
      }
    }
  },
}
