import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { mayBeMade } from '../../serverless-names.ts'
import { isOfModule, isThere } from '../../template-view.ts'

export const dependsOn: Check = {
  rules: [
    {
      code: 'E3005',
      level: 'error',
      title: 'DependsOn names other resources of the template, which exist whenever the resource does',
      help: 'CloudFormation refuses a template with a DependsOn of something else than a resource in it, and the deployment when a condition leaves that resource out. Check the spelling, or give both the same condition.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-dependson.html',
    },
  ],
  run(template, report) {
    const { resources } = template
    for (const { id, json } of resources.values()) {
      const given = json['DependsOn']
      for (const [index, target] of [given].flat().entries()) {
        if (typeof target !== 'string') continue
        const path = ['Resources', id, 'DependsOn', ...(Array.isArray(given) ? [index] : [])]
        if (target === id) report({ path, message: 'The resource waits for itself' })
        else if (
          !isThere(target, template) &&
          !mayBeMade(target, template) &&
          !isOfModule(target, template)
        ) {
          const hint = suggestion(target, [...resources.keys()])
          report({ path, message: `The resource "${target}" does not exist`, hint })
        }
      }
    }
  },
}
