import type { Check } from '../../check.ts'
import { placesAt } from '../../properties/places-at.ts'
import { policiesIn } from '../policies/policies-in.ts'

export const policyVersions: Check = {
  rules: [
    {
      code: 'W2511',
      level: 'warning',
      title: 'Policies are of the current version',
      help: 'In version 2008-10-17, variables such as ${aws:username} are taken for plain text. Write "2012-10-17".',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
    },
  ],
  run(template, report) {
    for (const { document, isText } of policiesIn(template)) {
      for (const version of placesAt(document, 'Version')) {
        if (version.value === '2008-10-17')
          report({
            path: isText ? document.path : version.path,
            message: 'The version of the policy is outdated',
            hint: 'Use "2012-10-17"',
          })
      }
    }
  },
}
