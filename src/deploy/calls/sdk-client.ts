import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { defaultProvider } from '@aws-sdk/credential-provider-node'
import type { AwsCredentialIdentityProvider } from './credentials.ts'
import { limiter as newLimiter, type Limiter } from './limiter.ts'
import { persist, type Retry } from './persist.ts'
import { isSilent } from './silent-signals.ts'
import { requestHandler, standInCredentials, type StandIn } from './stand-in.ts'

/** Where and as whom to work; what is absent comes from the SDK's standard chain. */
export interface ClientOptions {
  readonly region?: string | undefined
  readonly profile?: string | undefined
  /** In place of AWS's own address, and of what the environment says. */
  readonly endpoint?: string | undefined
  /** In place of the profile's credentials, for example those of an assumed role. */
  readonly credentials?: AwsCredentialIdentityProvider | undefined
  /** Answers in place of AWS. */
  readonly standIn?: StandIn | undefined
  /** Asks for the code of an MFA device that the profile wants. */
  readonly askCode?: ((serial: string) => Promise<string>) | undefined
  /** Shared by all clients of one account and region. */
  readonly limiter?: Limiter | undefined
  /** A call failed and will be repeated. */
  readonly onRetry?: ((retry: Retry) => void) | undefined
}

/** Milliseconds after which a connection or an answer counts as lost. */
const timeouts = { connectionTimeout: 8_000, requestTimeout: 30_000, throwOnRequestTimeout: true }

/** The SDK's client. Each of its calls waits for its turn and is repeated as `persist` says. */
export function sdkClient(options: ClientOptions): CloudFormationClient {
  // Otherwise the SDK warns users of Node 20 on every run.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
  const {
    region,
    profile,
    endpoint,
    credentials,
    askCode,
    standIn,
    limiter = newLimiter(),
    onRetry,
  } = options
  const client = new CloudFormationClient({
    ...(region === undefined ? {} : { region }),
    ...(profile === undefined ? {} : { profile }),
    ...(endpoint === undefined ? {} : { endpoint }),
    credentials:
      credentials ??
      (standIn === undefined ? undefined : standInCredentials(standIn)) ??
      defaultProvider({
        ...(profile === undefined ? {} : { profile }),
        ...(askCode === undefined ? {} : { mfaCodeProvider: askCode }),
        clientConfig: region === undefined ? {} : { region },
      }),
    maxAttempts: 1,
    requestHandler:
      standIn === undefined ? { ...timeouts, ...testTimeouts() } : (requestHandler(standIn) as never),
  })
  return withPersistence(client, { limiter, onRetry })
}

function withPersistence(
  client: CloudFormationClient,
  { limiter, onRetry }: { limiter: Limiter; onRetry: ClientOptions['onRetry'] },
): CloudFormationClient {
  const sendOnce = client.send.bind(client) as (command: unknown, http?: object) => Promise<unknown>
  let answered = false
  const send = (command: unknown, http?: { abortSignal?: AbortSignal }): Promise<unknown> =>
    persist(
      () =>
        sendOnce(command, http).then(
          (answer) => ((answered = true), answer),
          (error: unknown) => {
            answered ||= isAnswer(error)
            throw error
          },
        ),
      {
        limiter,
        onRetry: isSilent(http?.abortSignal) ? undefined : onRetry,
        signal: http?.abortSignal,
        knownToAnswer: () => answered,
        refresh: () => client.config.credentials({ forceRefresh: true }),
      },
    )
  return Object.assign(client, { send })
}

/** True when AWS itself refused: the network is there. */
function isAnswer(error: unknown): boolean {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined
}

/** `CFSTACK_TIMEOUT_MS` shortens the wait for answers. */
function testTimeouts(): object {
  const given = Number(process.env['CFSTACK_TIMEOUT_MS'])
  return Number.isFinite(given) && given > 0 ? { connectionTimeout: given, requestTimeout: given } : {}
}
