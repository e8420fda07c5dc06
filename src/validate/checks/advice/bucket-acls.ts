import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'

export const bucketAcls: Check = {
  rules: [
    {
      code: 'W3045',
      level: 'warning',
      title: 'Access to a bucket is given by policies, not by its list of access',
      help: '"AccessControl" is from before policies, and off in new buckets unless "OwnershipControls" turn it on. Use AWS::S3::BucketPolicy.',
      source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::S3::Bucket')) {
      for (const { value, path } of placesAt(properties, 'AccessControl'))
        if (value !== undefined) report({ path, message: '"AccessControl" is outdated' })
    }
  },
}
