import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { Shape } from '../../shapes/shape.ts'

const texts: Shape = { kinds: ['list'], items: { kinds: ['string'] } }
const reasons: Shape = { kinds: ['object', 'list'] }
const ofTemplate: Shape = {
  kinds: ['object'],
  fields: {
    append_rules: texts,
    configure_rules: { kinds: ['object'] },
    custom_rules: { kinds: ['string'] },
    ignore_bad_template: { kinds: ['boolean'] },
    ignore_checks: texts,
    ignore_reasons: reasons,
    include_checks: texts,
    include_experimental: { kinds: ['boolean'] },
    merge_configs: { kinds: ['boolean'] },
    override_spec: { kinds: ['string'] },
    parameter_files: texts,
    parameters: { kinds: ['list'] },
    regions: texts,
  },
}
const ofResource: Shape = { kinds: ['object'], fields: { ignore_checks: texts, ignore_reasons: reasons } }

export const linterMetadata: Check = {
  rules: [
    {
      code: 'W4005',
      level: 'warning',
      title: 'The settings for cfn-lint in Metadata are of the form that is read',
      help: 'A setting of another kind, or with another name, is passed over in silence: what it should suppress is told, and what it should ask for is not judged. Resources take "ignore_checks" only, and "ignore_reasons" beside it.',
      source: 'https://github.com/aws-cloudformation/cfn-lint#template-based-metadata',
    },
  ],
  run(template, report) {
    const judge = (owner: unknown, shape: Shape, path: readonly string[]): void => {
      const own = isObject(owner) && isObject(owner['Metadata']) ? owner['Metadata']['cfn-lint'] : undefined
      const whole: Shape = { kinds: ['object'], fields: { config: shape } }
      if (own !== undefined)
        judgeAs({ other: 'W4005' }, own, whole, [...path, 'Metadata', 'cfn-lint'], { template, report })
    }
    judge(template.root, ofTemplate, [])
    for (const { id, json } of template.resources.values()) judge(json, ofResource, ['Resources', id])
  },
}
