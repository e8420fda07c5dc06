import { awsAddress } from './aws-address.ts'
import { because } from './aws-error.ts'
import type { AwsCredentialIdentityProvider } from './credentials.ts'
import type { DeployRole } from '../../model/stack.ts'
import { signedRequest, tag, type Signer } from './signed-request.ts'

/** The number of the account that the credentials belong to. */
export async function callerAccount(signer: Signer): Promise<string> {
  const text = await stsCall(signer, { Action: 'GetCallerIdentity' }, 'ask AWS whose credentials these are')
  return tag(text, 'Account') ?? ''
}

/** Seconds before their end at which credentials are renewed. */
const margin = 300

/**
 * Credentials of a role, assumed when they are first needed and again before they end. `askCode` gets the code of the MFA device
 * when the role wants one.
 */
export function assumedRole(
  signer: Signer,
  role: DeployRole,
  askCode: (serial: string) => Promise<string>,
): AwsCredentialIdentityProvider {
  let known: ReturnType<AwsCredentialIdentityProvider> | undefined
  const assume = async () => {
    const { arn, externalId, mfaSerial } = role
    const text = await stsCall(
      signer,
      {
        Action: 'AssumeRole',
        RoleArn: arn,
        RoleSessionName: `cfstack-${process.pid}`,
        ...(externalId === undefined ? {} : { ExternalId: externalId }),
        ...(mfaSerial === undefined ? {} : { SerialNumber: mfaSerial, TokenCode: await askCode(mfaSerial) }),
      },
      `assume role "${arn}"`,
    )
    return {
      accessKeyId: tag(text, 'AccessKeyId') ?? '',
      secretAccessKey: tag(text, 'SecretAccessKey') ?? '',
      sessionToken: tag(text, 'SessionToken') ?? '',
      expiration: new Date(tag(text, 'Expiration') ?? 0),
    }
  }
  return async ({ forceRefresh = false } = {}) => {
    const now = await known?.catch(() => undefined)
    const isFresh = now !== undefined && now.expiration!.getTime() - Date.now() > margin * 1000
    if (isFresh && !forceRefresh) return now
    known = assume()
    return known
  }
}

function stsCall(
  signer: Signer,
  parameters: Readonly<Record<string, string>>,
  action: string,
): Promise<string> {
  return signedRequest(signer, {
    service: 'sts',
    method: 'POST',
    url: `${awsAddress('sts', signer.region).url}/`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Version: '2011-06-15', ...parameters }).toString(),
  }).then(({ text }) => text, because(action))
}
