import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { pseudoParameters } from '../../pseudo-parameters.ts'

export const ref: Check = {
  rules: [
    { code: 'E1020', level: 'error', title: 'Ref names a parameter, a resource or a pseudo parameter' },
  ],
  run({ uses, parameters, resources, open }, report) {
    for (const { name, argument, path } of uses) {
      if (name !== 'Ref') continue
      if (typeof argument !== 'string') {
        if (!open) report({ path, message: 'Ref takes a name, no function' })
        continue
      }
      if (Object.hasOwn(parameters, argument) || pseudoParameters.has(argument)) continue
      if (resources.has(argument) && path[0] !== 'Conditions' && path[0] !== 'Rules') continue
      if (open) continue
      const hint = suggestion(argument, [...Object.keys(parameters), ...resources.keys()])
      report({ path, message: `Ref to "${argument}", which is neither a parameter nor a resource`, hint })
    }
  },
}
