import type { DeployRole } from '../../model/stack.ts'
import { cloudFormation, type CloudFormation } from './client.ts'
import type { AwsCredentialIdentityProvider } from './credentials.ts'
import { callerAccount, assumedRole } from './identity.ts'
import { limiterOf, type Limiter } from './limiter.ts'
import type { Retry } from './persist.ts'
import type { Signer } from './signed-request.ts'
import { noLimit, type StandIn } from './stand-in.ts'

/** Where and as whom a stack is deployed. */
export interface ConnectionOptions {
  readonly region?: string | undefined
  readonly profile?: string | undefined
  /** Assumed on top of the profile. */
  readonly role?: DeployRole | undefined
  /** Answers in place of AWS. */
  readonly standIn?: StandIn | undefined
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Asks for the code of an MFA device; throws when there is nobody to ask. */
  readonly askCode: (serial: string) => Promise<string>
}

/** The way to one account and region. */
export interface Connection {
  readonly aws: CloudFormation
  /** The number of the account, asked for once. */
  identify(): Promise<string>
  /** Signs calls to other services. */
  signer(): Promise<Signer>
}

/** Opens connections, one for each profile, role and region; all of a kind share one limiter. Nothing is sent before it is needed. */
export function connections(): (options: ConnectionOptions) => Connection {
  const open = new Map<string, Connection>()
  return (options) => {
    const key = JSON.stringify([options.region, options.profile, options.role, options.standIn?.accessKeyId])
    const found = open.get(key) ?? connect(options)
    open.set(key, found)
    return found
  }
}

function connect(options: ConnectionOptions): Connection {
  const { region, profile, role, onRetry, askCode, standIn } = options
  const limiter =
    standIn === undefined ? limiterOf(role?.arn ?? profile ?? 'default', region ?? 'default') : noLimit
  const rest = { limiter, onRetry, askCode, standIn }
  const base = cloudFormation({ region, profile, ...rest })
  const credentials = role === undefined ? undefined : roleCredentials(base, role, rest)
  const aws =
    credentials === undefined
      ? base
      : cloudFormation({ region, profile, limiter, onRetry, standIn, credentials })
  const signer = async (): Promise<Signer> => ({ ...(await aws.signing()), limiter, onRetry, standIn })
  let account: Promise<string> | undefined
  return {
    aws,
    signer,
    identify: () => (account ??= signer().then(callerAccount)),
  }
}

function roleCredentials(
  base: CloudFormation,
  role: DeployRole,
  rest: Pick<ConnectionOptions, 'onRetry' | 'askCode' | 'standIn'> & { readonly limiter: Limiter },
): AwsCredentialIdentityProvider {
  const { limiter, onRetry, askCode, standIn } = rest
  let provider: Promise<AwsCredentialIdentityProvider> | undefined
  return async (options) => {
    provider ??= base
      .signing()
      .then((signing) => assumedRole({ ...signing, limiter, onRetry, standIn }, role, askCode))
    return (await provider)(options)
  }
}
