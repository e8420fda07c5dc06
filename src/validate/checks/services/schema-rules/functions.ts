import { ruleOf, type SchemaRule } from './schema-rule.ts'

const lambda = 'AWS::Lambda::Function'
const mapping = 'AWS::Lambda::EventSourceMapping'

/** What Lambda refuses. */
export const functionRules: readonly SchemaRule[] = [
  ruleOf(
    'E3663',
    lambda,
    'environment_variable_keys',
    {
      title: 'Environment variables do not take the names that Lambda keeps',
      help: 'AWS_REGION, AWS_ACCESS_KEY_ID, LAMBDA_TASK_ROOT and their like are set by Lambda. Use another name.',
      message: 'Lambda keeps this name for itself',
    },
    { at: ['Environment.Variables'] },
  ),
  ruleOf('E3677', lambda, 'zipfile_runtime_enum', {
    title: 'Code in the template is for Node.js or Python',
    help: 'Lambda takes "ZipFile" for these two only. Put other code into a bucket.',
  }),
  ruleOf('E3678', lambda, 'zipfile_runtime_exists', {
    title: 'Code in the template has a runtime',
    help: 'With "ZipFile", "Runtime" is required.',
  }),
  ruleOf('E3685', lambda, 'packagetype_image_exclusions', {
    title: 'Functions of container images have no handler, runtime and layers',
    help: 'These are in the image. Take them out, or use the package type Zip.',
  }),
  ruleOf('E3696', lambda, 'loglevel_logformat', {
    title: 'Levels of logs go with the format JSON',
    help: 'With the format Text, Lambda refuses "SystemLogLevel". Use JSON, or leave the level out.',
    message: '"SystemLogLevel" does not go with the log format Text',
  }),
  ruleOf('E3717', lambda, 'capacity_provider_timeout', {
    title: 'Functions run at most 900 seconds, unless they have a capacity provider',
    help: 'Only functions on managed instances ("CapacityProviderConfig") may run longer, up to 5,400 seconds.',
  }),
  ruleOf(
    'W3702',
    lambda,
    'awslayer',
    {
      title: 'Layers are named by ARNs that every account may use',
      help: 'ARNs with "awslayer" work for few accounts only.',
      message: 'This form of the ARN of a layer is not open to every account',
    },
    { at: ['Layers.*'] },
  ),
  ruleOf('E3633', mapping, 'eventsourcearn_stream_inclusive', {
    title: 'Sources that are streams say where to start',
    help: 'For Kinesis, DynamoDB and Kafka, "StartingPosition" is required: TRIM_HORIZON for all, LATEST for what is new.',
  }),
  ruleOf('E3634', mapping, 'eventsourcearn_sqs_exclusive', {
    title: 'Sources that are queues do not say where to start',
    help: 'A queue has no position. Take "StartingPosition" out.',
    message: '"StartingPosition" does not go with a queue',
  }),
]
