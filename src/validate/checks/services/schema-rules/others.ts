import { ruleOf, type SchemaRule } from './schema-rule.ts'

const project = 'AWS::CodeBuild::Project'

/** What storage, queues, alarms and builds refuse. */
export const otherRules: readonly SchemaRule[] = [
  ruleOf('E3045', 'AWS::S3::Bucket', 'ownershipcontrols', {
    title: 'Buckets with a list of access turn such lists on',
    help: 'New buckets ignore and refuse these lists. Give access by AWS::S3::BucketPolicy, or set "OwnershipControls" with a rule such as BucketOwnerPreferred.',
    message: '"AccessControl" needs "OwnershipControls" that turn lists of access on',
  }),
  ruleOf('E3501', 'AWS::SQS::Queue', 'properties', {
    title: 'Settings of queues go with their kind',
    help: 'The name of a FIFO queue ends in .fifo; deduplication and the limit of throughput are settings of FIFO queues only.',
  }),
  ruleOf('E3615', 'AWS::CloudWatch::Alarm', 'period', {
    title: 'The period of an alarm is 10, 30, or a multiple of 60 seconds',
    help: 'CloudWatch keeps metrics in these steps.',
  }),
  ruleOf(
    'E3636',
    project,
    's3_locations',
    {
      title: 'Sources and artifacts in a bucket say where',
      help: 'With the type S3, "Location" is required.',
    },
    { at: ['Artifacts', 'Source'] },
  ),
  ruleOf('E3725', 'AWS::FSx::FileSystem', 'storage_capacity', {
    title: 'File systems have a size that their kind takes',
    help: 'Windows: 32 to 65,536 GiB. OpenZFS: 64 to 524,288. Lustre: 1,200 or more. ONTAP: 1,024 or more.',
  }),
]
