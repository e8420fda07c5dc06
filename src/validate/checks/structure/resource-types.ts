import type { Check } from '../../check.ts'
import { didYouMean } from '../../../model/did-you-mean.ts'

/** Types that only CloudFormation's tools know. */
const beside = new Set(['AWS::CDK::Metadata'])

export const resourceTypes: Check = {
  rules: [
    {
      code: 'E3006',
      level: 'error',
      title: 'The type of each resource exists; of types outside AWS only the form is judged',
    },
  ],
  run({ resources, types, transforms }, report) {
    const macros = transforms.some((name) => !name.startsWith('AWS::'))
    for (const { id, type } of resources.values()) {
      const path = ['Resources', id, 'Type']
      if (type === '' || beside.has(type) || type.endsWith('::MODULE')) continue
      if (
        type.startsWith('AWS::Serverless::') &&
        !transforms.some((name) => name.startsWith('AWS::Serverless'))
      ) {
        const hint = 'Add `"Transform": "AWS::Serverless-2016-10-31"` to the template'
        report({ code: 'E3038', path, message: `The type "${type}" needs the serverless transform`, hint })
      } else if (type.startsWith('AWS::') && types.attributes(type) === undefined) {
        const near = didYouMean(type, types.names())
        report({
          path,
          message: `The resource type "${type}" does not exist`,
          hint: near && `Did you mean "${near}"?`,
        })
      } else if (!macros && !/^[A-Za-z0-9]+(::[A-Za-z0-9_@-]+)+$/.test(type)) {
        report({
          path,
          message: `"${type}" is no resource type`,
          hint: 'A type reads Organization::Service::Resource, or Custom::Name',
        })
      }
    }
  },
}
