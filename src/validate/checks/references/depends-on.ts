import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'

export const dependsOn: Check = {
  rules: [{ code: 'E3005', level: 'error', title: 'DependsOn names other resources of the template' }],
  run({ resources, open }, report) {
    for (const { id, json } of resources.values()) {
      const given = json['DependsOn']
      if (given === undefined) continue
      for (const [index, target] of [given].flat().entries()) {
        const path = ['Resources', id, 'DependsOn', ...(Array.isArray(given) ? [index] : [])]
        if (typeof target !== 'string') report({ path, message: 'DependsOn takes logical ids, no functions' })
        else if (target === id) report({ path, message: 'The resource waits for itself' })
        else if (!resources.has(target) && !open) {
          report({
            path,
            message: `The resource "${target}" does not exist`,
            hint: suggestion(target, [...resources.keys()]),
          })
        }
      }
    }
  },
}
