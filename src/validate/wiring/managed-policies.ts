const pullImages = [
  'ecr:GetAuthorizationToken',
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
]
const writeLogs = ['logs:CreateLogStream', 'logs:PutLogEvents']
const parameters = ['ssm:GetParameter', 'ssm:GetParameters']

/**
 * What policies of AWS allow, as far as hosts and tasks of ECS need it: from the reference of managed policies,
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html. A policy that is not here may allow anything.
 */
const known: { readonly [name: string]: readonly string[] } = {
  'service-role/AmazonECSTaskExecutionRolePolicy': [...pullImages, ...writeLogs],
  'service-role/AmazonEC2ContainerServiceforEC2Role': [
    'ecs:*',
    'ec2:DescribeTags',
    ...pullImages,
    ...writeLogs,
  ],
  'service-role/AmazonEC2ContainerServiceRole': ['ec2:*', 'elasticloadbalancing:*'],
  'service-role/AmazonEC2ContainerServiceAutoscaleRole': [
    'cloudwatch:*',
    'ecs:DescribeServices',
    'ecs:UpdateService',
  ],
  'service-role/AWSLambdaBasicExecutionRole': ['logs:CreateLogGroup', ...writeLogs],
  AmazonEC2ContainerRegistryReadOnly: pullImages,
  AmazonEC2ContainerRegistryPullOnly: pullImages,
  AmazonEC2ContainerRegistryPowerUser: pullImages,
  AmazonEC2ContainerRegistryFullAccess: ['ecr:*'],
  AmazonSSMManagedInstanceCore: parameters,
  AmazonSSMReadOnlyAccess: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'],
  AmazonSSMFullAccess: ['ssm:*'],
  SecretsManagerReadWrite: ['secretsmanager:*'],
  CloudWatchLogsFullAccess: ['logs:*'],
  CloudWatchAgentServerPolicy: ['logs:CreateLogGroup', ...writeLogs],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
  AmazonS3FullAccess: ['s3:*'],
  AmazonDynamoDBFullAccess: ['dynamodb:*'],
  AmazonSQSFullAccess: ['sqs:*'],
  AmazonSNSFullAccess: ['sns:*'],
  AWSXRayDaemonWriteAccess: ['xray:*'],
}

/** The actions that a managed policy of AWS allows, by the text of its ARN; undefined when that is not known. */
export function actionsOfManaged(arn: string): readonly string[] | undefined {
  const name = /:iam::aws:policy\/(.+)$/.exec(arn)?.[1]
  return name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined
}
