import type { Case } from '../../finds.ts'
import { att, ref } from './parts.ts'

const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }
const resources = {
  Files: { Type: 'AWS::S3::Bucket', ...kept },
  Key: {
    Type: 'AWS::KMS::Key',
    Properties: {
      KeyPolicy: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } },
            Action: 'kms:*',
            Resource: '*',
          },
        ],
      },
    },
  },
  Table: {
    Type: 'AWS::DynamoDB::Table',
    ...kept,
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    },
  },
}
const statement = (Action: unknown, Resource: unknown, Effect = 'Allow'): object => ({
  Effect,
  Action,
  Resource,
})
const policy = (...Statement: readonly object[]): object => ({
  Parameters: { FileBucket: { Type: 'String' }, Path: { Type: 'String' } },
  Resources: {
    ...resources,
    Policy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement } },
    },
  },
})
const bucket = att('Files', 'Arn')
const objects = { 'Fn::Sub': '${Files.Arn}/*' }
const sub = (text: string): object => ({ 'Fn::Sub': text })

export const policyFaults: readonly Case[] = [
  [
    'CFS1601',
    policy(statement('s3:ListBucket', objects)),
    policy(statement('s3:ListBucket', [objects, bucket])),
  ],
  [
    'CFS1601',
    policy(statement(['s3:GetObject', 's3:PutObject'], bucket)),
    policy(statement(['s3:GetObject', 's3:PutObject'], objects)),
  ],
  [
    'CFS1601',
    policy(statement('s3:PutObject', sub('arn:${AWS::Partition}:s3:::${FileBucket}'))),
    policy(statement('s3:PutObject', sub('arn:${AWS::Partition}:s3:::${Path}'))),
  ],
  // Another statement gives what this one does not.
  [
    'CFS1601',
    policy(statement(['s3:GetObject', 's3:ListBucket'], objects)),
    policy(statement(['s3:GetObject', 's3:ListBucket'], objects), statement('s3:List*', bucket)),
  ],
  [
    'CFS1601',
    policy(statement('s3:DeleteObject*', 'arn:aws:s3:::archive', 'Deny')),
    policy(statement('s3:DeleteObject*', 'arn:aws:s3:::archive*', 'Deny')),
  ],
  [
    'CFS1601',
    policy(statement('dynamodb:GetRecords', att('Table', 'Arn'))),
    policy(statement('dynamodb:GetRecords', att('Table', 'StreamArn'))),
  ],
  [
    'CFS1601',
    policy(statement('dynamodb:PutItem', sub('${Table.Arn}/index/*'))),
    policy(statement('dynamodb:Query', sub('${Table.Arn}/index/*'))),
  ],
  [
    'CFS1601',
    policy(
      statement('kms:Decrypt', sub('arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:alias/app')),
    ),
    policy(statement('kms:Decrypt', att('Key', 'Arn'))),
  ],
  [
    'CFS1602',
    policy(statement('ecr:GetAuthorizationToken', 'arn:aws:ecr:us-east-1:123456789012:repository/web')),
    policy(statement('ecr:GetAuthorizationToken', '*')),
  ],
  [
    'CFS1602',
    policy(statement(['s3:ListAllMyBuckets', 's3:ListBucket'], bucket)),
    policy(
      statement(['s3:ListBucket'], { 'Fn::ImportValue': 'bucket' }),
      statement('s3:ListAllMyBuckets', ref('Path')),
    ),
  ],
]
