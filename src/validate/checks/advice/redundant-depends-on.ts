import type { Check } from '../../check.ts'
import { namesOfUses } from '../../dependencies.ts'

export const redundantDependsOn: Check = {
  rules: [
    {
      code: 'W3005',
      level: 'warning',
      title: 'DependsOn says only what no reference says',
      help: 'A Ref, Fn::GetAtt or Fn::Sub of a resource makes CloudFormation wait for it already. Take the name out of "DependsOn".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
    },
  ],
  run(template, report) {
    const { resources } = template
    const namesAt = namesOfUses(template)
    const named = new Map<string, Set<string>>()
    for (const [index, use] of template.uses.entries()) {
      // In a branch, the reference is not always there.
      if (use.path[0] !== 'Resources' || use.path.includes('Fn::If')) continue
      const id = String(use.path[1])
      const names = named.get(id) ?? new Set()
      for (const name of namesAt[index] ?? []) names.add(name)
      named.set(id, names)
    }
    for (const { id, json } of resources.values()) {
      const given = json['DependsOn']
      for (const [index, name] of [given].flat().entries()) {
        if (typeof name !== 'string' || !resources.has(name) || named.get(id)?.has(name) !== true) continue
        const path = ['Resources', id, 'DependsOn', ...(Array.isArray(given) ? [index] : [])]
        report({ path, message: `"${id}" refers to "${name}", and waits for it anyway` })
      }
    }
  },
}
