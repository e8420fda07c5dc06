/** What else is taken wherever an identity is, each with the reason: versions and aliases stand for their function. */
export interface Kin {
  readonly [identity: string]: { readonly also: readonly string[]; readonly reason: string }
}

const transitGatewayAttachments = [
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::TransitGatewayPeeringAttachment',
  'AWS::EC2::TransitGatewayConnect',
]

export const kin: Kin = {
  'AWS::Lambda::Function': {
    also: [
      'AWS::Lambda::Function.Arn',
      'AWS::Lambda::Alias',
      'AWS::Lambda::Version',
      'AWS::Serverless::Function',
      'AWS::Serverless::Function.Arn',
    ],
    reason: 'A function may be named by ARN, and an alias or a version stands for its function',
  },
  'AWS::Lambda::Function.Arn': {
    also: [
      'AWS::Lambda::Alias',
      'AWS::Lambda::Alias.AliasArn',
      'AWS::Lambda::Version',
      'AWS::Lambda::Version.FunctionArn',
      'AWS::Serverless::Function.Arn',
    ],
    reason: 'Ref of an alias or a version yields its ARN, which is a function ARN',
  },
  'AWS::KMS::Key': {
    also: ['AWS::KMS::Key.Arn', 'AWS::KMS::Alias', 'AWS::KMS::ReplicaKey', 'AWS::KMS::ReplicaKey.Arn'],
    reason: 'Services take a key by id, ARN or alias name, and replica keys are keys',
  },
  ...Object.fromEntries(
    transitGatewayAttachments.map((type) => [
      type,
      {
        also: transitGatewayAttachments,
        reason: 'Each of these types is a kind of transit gateway attachment',
      },
    ]),
  ),
  'AWS::ApiGateway::DomainName': {
    also: ['AWS::ApiGatewayV2::DomainName'],
    reason: 'Both APIs manage the same domain names',
  },
  'AWS::ApiGateway::Stage': {
    also: ['AWS::Serverless::Api.Stage'],
    reason: 'The serverless transform gives an API this reference to its stage',
  },
  'AWS::CloudWatch::Alarm': {
    also: ['AWS::CloudWatch::CompositeAlarm'],
    reason: 'A composite alarm is an alarm',
  },
  'AWS::DynamoDB::Table': {
    also: ['AWS::DynamoDB::GlobalTable'],
    reason: 'A global table is a table',
  },
  'AWS::DynamoDB::Table.Arn': {
    also: ['AWS::DynamoDB::GlobalTable.Arn'],
    reason: 'A global table is a table',
  },
  'AWS::OpenSearchService::Domain.Arn': {
    also: ['AWS::Elasticsearch::Domain.Arn'],
    reason: 'Both types make domains of the same service',
  },
  'AWS::S3::Bucket': {
    also: ['AWS::S3::AccessPoint.Alias', 'AWS::S3::AccessPoint.Arn'],
    reason: 'The alias and the ARN of an access point may stand for a bucket name',
  },
  'AWS::S3::Bucket.Arn': {
    also: ['AWS::S3::AccessPoint.Arn'],
    reason: 'The ARN of an access point may stand for a bucket',
  },
  'AWS::SecretsManager::Secret': {
    also: [
      'AWS::SecretsManager::SecretTargetAttachment',
      'AWS::SecretsManager::RotationSchedule',
      'AWS::SecretsManager::ResourcePolicy',
    ],
    reason: 'Ref of each of these yields the ARN of its secret; naming it makes sure that it comes first',
  },
  'AWS::KMS::Key.Arn': {
    also: ['AWS::KMS::ReplicaKey.Arn'],
    reason: 'A replica key is a key',
  },
}
