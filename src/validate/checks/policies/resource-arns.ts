import type { Check } from '../../check.ts'
import { placesAt } from '../../properties/places-at.ts'
import { policiesIn } from './policies-in.ts'
import { isArnOrStar, textsOf } from './values.ts'

export const resourceArns: Check = {
  rules: [
    {
      code: 'E3514',
      level: 'error',
      title: 'Policies of resources name resources by ARN',
      help:
        'A resource in a policy is an ARN, perhaps with wildcards, or "*". The policy of a bucket must name the bucket or its objects, ' +
        'so "*" alone is refused there: write arn:aws:s3:::bucket and arn:aws:s3:::bucket/*.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
    },
  ],
  run(template, report) {
    for (const { kind, type, document, isText } of policiesIn(template)) {
      if (kind !== 'resource') continue
      const whole = placesAt(document, 'Statement')
      const statements = whole.flatMap((one) => (Array.isArray(one.value) ? placesAt(one, '*') : [one]))
      for (const { value, path } of statements.flatMap((one) => placesAt(one, 'Resource')).flatMap(textsOf)) {
        const isBucket = type === 'AWS::S3::BucketPolicy'
        if (typeof value !== 'string' || (value === '*' ? !isBucket : isArn(value))) continue
        report({
          path: isText ? document.path : path,
          message: `"${value}" is no ARN${isBucket ? ' of a bucket or of objects' : ''}`,
        })
      }
    }
  },
}

function isArn(text: string): boolean {
  return !text.startsWith('arn:*') && isArnOrStar(text)
}
