import type { Check } from '../../check.ts'

/** Kept versions are superseded, not replaced. */
const exempt = new Set(['AWS::Lambda::Version', 'AWS::Lambda::LayerVersion'])

export const retention: Check = {
  rules: [
    {
      code: 'W3011',
      level: 'warning',
      title: 'What is kept when it is deleted is kept when it is replaced too',
      help: '"DeletionPolicy" does not hold when an update replaces the resource, "UpdateReplacePolicy" does not when the stack goes. Set both.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html',
    },
  ],
  run({ resources }, report) {
    for (const { id, json, type } of resources.values()) {
      const { DeletionPolicy: deletion, UpdateReplacePolicy: replacement } = json
      if (exempt.has(type) || (deletion === undefined) === (replacement === undefined)) continue
      if ((deletion ?? replacement) === 'Delete') continue
      const [given, missing] =
        deletion === undefined
          ? ['UpdateReplacePolicy', 'DeletionPolicy']
          : ['DeletionPolicy', 'UpdateReplacePolicy']
      report({ path: ['Resources', id, given], message: `"${given}" is set and "${missing}" is not` })
    }
  },
}
