import * as iam from '../../aws/iam.ts'
import * as secretsmanager from '../../aws/secretsmanager.ts'
import { given } from '../../model/given.ts'
import { sub } from '../../model/functions.ts'
import type { Id, Json, Value } from '../../model/value.ts'

export interface IamUserOptions {
  /** Policy documents by name: what the user may do. */
  readonly policies?: { readonly [name: string]: Json }
  /** ARNs of managed policies. */
  readonly managedPolicies?: readonly Id<'AWS::IAM::ManagedPolicy'>[]
  /** Raise it to make a new key, then remove the old one. The default is 1. */
  readonly keyVersion?: number
  /** A name of your own; a change replaces the user. The default is made by AWS. */
  readonly userName?: Value<string>
}

/**
 * A user for a program outside AWS that no role can serve. The key's secret is in no output: `secret` holds
 * `{ "accessKeyId", "secretAccessKey" }`.
 *
 * @example
 * const uploader = iamUser('Uploader', { policies: { Upload: document } })
 */
export function iamUser(name: string, options: IamUserOptions = {}) {
  const { policies = {} } = options
  const inline = Object.entries(policies).map(([PolicyName, PolicyDocument]) => ({
    PolicyName,
    PolicyDocument,
  }))
  const user = iam.User(`${name}User`, {
    ...given({ UserName: options.userName, ManagedPolicyArns: options.managedPolicies }),
    ...(inline.length > 0 && { Policies: inline }),
  })
  const key = iam.AccessKey(`${name}AccessKey`, { UserName: user.ref, Serial: options.keyVersion ?? 1 })
  const secret = secretsmanager.Secret(`${name}Secret`, {
    Description: 'Access key of the user',
    SecretString: sub`{"accessKeyId":"${key.ref}","secretAccessKey":"${key.att.SecretAccessKey}"}`,
  })
  return { user, key, secret }
}
