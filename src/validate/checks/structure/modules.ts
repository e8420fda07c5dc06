import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'

export const modules: Check = {
  rules: [
    {
      code: 'E5001',
      level: 'error',
      title: 'Modules have no policies, tags or reserved metadata',
      help: 'A module is replaced by its resources: CreationPolicy, UpdatePolicy and Tags have nothing to stand on, and the metadata key AWS::CloudFormation::Module is CloudFormation’s own. Set them on the resources in the module.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/modules.html',
    },
  ],
  run({ resources }, report) {
    for (const { id, type, json } of resources.values()) {
      if (!type.endsWith('::MODULE')) continue
      for (const field of ['CreationPolicy', 'UpdatePolicy'])
        if (json[field] !== undefined)
          report({ path: ['Resources', id, field], message: `A module has no ${field}` })
      const { Properties: properties, Metadata: metadata } = json
      if (isObject(properties) && Object.hasOwn(properties, 'Tags'))
        report({ path: ['Resources', id, 'Properties', 'Tags'], message: 'A module has no tags' })
      const reserved = 'AWS::CloudFormation::Module'
      if (isObject(metadata) && Object.hasOwn(metadata, reserved))
        report({
          path: ['Resources', id, 'Metadata', reserved],
          message: `The metadata key "${reserved}" is reserved`,
        })
    }
  },
}
