import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'

/** Characters without white space; the policies of one user, group or role count together. */
const limits: { readonly [type: string]: readonly [at: string, limit: number] } = {
  'AWS::IAM::Group': ['Policies.*.PolicyDocument', 5120],
  'AWS::IAM::ManagedPolicy': ['PolicyDocument', 6144],
  'AWS::IAM::Role': ['Policies.*.PolicyDocument', 10240],
  'AWS::IAM::User': ['Policies.*.PolicyDocument', 2048],
  'AWS::S3::BucketPolicy': ['PolicyDocument', 20480],
}

export const policySize: Check = {
  rules: [
    {
      code: 'CFS9101',
      level: 'error',
      title: 'Policies are no longer than IAM takes',
      help:
        'IAM counts the characters of a policy without white space: 6,144 for a managed policy, and for all inline policies together ' +
        '10,240 of a role, 5,120 of a group, 2,048 of a user. Use wildcards, or split it into several managed policies. ' +
        'What functions yield is not counted here, so the real policy is longer still.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
    },
  ],
  run(template, report) {
    for (const [type, [at, most]] of Object.entries(limits)) {
      for (const properties of propertiesOf(template, type)) {
        const length = lengthAt(properties, at)
        if (length <= most) continue
        const what = at.includes('*') ? 'The policies have' : 'The policy has'
        report({
          path: [...properties.path, at.split('.')[0] as string],
          message: `${what} at least ${length} characters; at most ${most} are taken`,
        })
      }
    }
  },
}

function lengthAt(properties: Place, at: string): number {
  // Behind a condition, either branch may be the one that counts.
  const certain = placesAt(properties, at).filter(({ path }) => !path.includes('Fn::If'))
  return certain.reduce((sum, { value }) => sum + leastLength(value), 0)
}

/** Characters of the JSON, counting nothing for what a function yields. */
function leastLength(value: unknown): number {
  if (value === undefined || isCall(value)) return 0
  if (typeof value !== 'object' || value === null) return JSON.stringify(value).replace(/\s/g, '').length
  const parts = Array.isArray(value)
    ? value.map(leastLength)
    : Object.entries(value).map(([key, inner]) => key.length + 3 + leastLength(inner))
  return parts.reduce((sum, part) => sum + part, 0) + Math.max(parts.length - 1, 0) + 2
}
