import * as s3 from '../../aws/s3.ts'
import { condition, equals, ifElse, not } from '../../model/condition.ts'
import { sub } from '../../model/functions.ts'
import { given } from '../../model/given.ts'
import { mapping } from '../../model/mapping.ts'
import { accountId, partition, region } from '../../model/pseudo.ts'
import type { Value } from '../../model/value.ts'
import { checkNumber } from '../check-number.ts'
import { idOf, type Handle } from '../handle.ts'
import { loadBalancerAccounts } from './load-balancer-accounts.ts'

export interface LogBucketOptions {
  /** Whether logs are deleted after a time. The default is false. */
  readonly expire?: boolean
  /** After how many days. The default is 30. */
  readonly expireAfterDays?: Value<number>
  /** A name of your own; it can't be taken by anyone else, and a change replaces the bucket. The default is made by AWS. */
  readonly bucketName?: Value<string>
}

/** A bucket that load balancers write to, and the policy that must be there before they can: what `logBucket` returns. */
export interface LogBucketHandle {
  readonly bucket: s3.Bucket
  readonly policy: s3.BucketPolicy
}

/**
 * A private, encrypted bucket, reached by TLS only, that the region's load balancers may write access logs to. The bucket stays
 * when the stack is deleted.
 *
 * @example
 * const logs = logBucket('Logs', { expire: true, expireAfterDays: 90 })
 */
export function logBucket(name: string, options: LogBucketOptions = {}) {
  const { expire = false, expireAfterDays = 30 } = options
  checkNumber(`log bucket "${name}" with this expireAfterDays`, expireAfterDays, 1, 36500)
  const bucket = s3.Bucket(
    `${name}Bucket`,
    {
      ...given({ BucketName: options.bucketName }),
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      LifecycleConfiguration: {
        Rules: [
          { Id: 'ExpireLogs', Status: expire ? 'Enabled' : 'Disabled', ExpirationInDays: expireAfterDays },
        ],
      },
    },
    { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' },
  )
  const accounts = mapping(`${name}LoadBalancerAccounts`, loadBalancerAccounts)
  const account = accounts.get(region, 'Account')
  const hasAccount = condition(`${name}WrittenByAccount`, not(equals(account, '')))
  const writer = ifElse(
    hasAccount,
    { AWS: sub`arn:${partition}:iam::${account}:root` },
    { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
  )
  const policy = s3.BucketPolicy(`${name}BucketPolicy`, {
    Bucket: bucket.ref,
    PolicyDocument: document(bucket, writer),
  })
  return { accounts, hasAccount, bucket, policy }
}

function document(bucket: s3.Bucket, writer: object): object {
  const objects = [
    sub`${bucket.att.Arn}/AWSLogs/${accountId}/*`,
    sub`${bucket.att.Arn}/*/AWSLogs/${accountId}/*`,
  ]
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'LoadBalancersWrite',
        Effect: 'Allow',
        Principal: writer,
        Action: 's3:PutObject',
        Resource: objects,
      },
      {
        Sid: 'TlsOnly',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucket.att.Arn, sub`${bucket.att.Arn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  }
}

/** The bucket's name, and what to wait for before it is written to. */
export function logTarget(logs: LogBucketHandle | Handle<'AWS::S3::Bucket'>) {
  return isLogBucket(logs) ? { bucket: logs.bucket.ref, after: logs.policy } : { bucket: idOf(logs) }
}

function isLogBucket(logs: LogBucketHandle | Handle<'AWS::S3::Bucket'>): logs is LogBucketHandle {
  return typeof logs === 'object' && 'policy' in logs
}
