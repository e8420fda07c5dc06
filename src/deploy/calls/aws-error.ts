import { CfstackError } from '../../model/error.ts'
import { scrub } from '../secrets/scrub.ts'

interface Explanation {
  readonly code: string
  readonly matches: RegExp
  readonly hint?: string
  readonly exitCode?: 1 | 2
}

const explanations: readonly Explanation[] = [
  {
    code: 'E_REGION',
    matches: /^Region (is missing|not accepted)/,
    hint: 'Give --region, set AWS_REGION, or put a region into the stack settings',
    exitCode: 2,
  },
  {
    code: 'E_CREDENTIALS',
    matches:
      /CredentialsProviderError|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch/,
    hint: 'Log in, give --profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    exitCode: 2,
  },
  { code: 'E_ACCESS', matches: /AccessDenied|not authorized/, hint: 'Ask for the permission that AWS names' },
  {
    code: 'E_CONNECTION',
    matches: /ECONNREFUSED|ENOTFOUND|ECONNRESET|EAI_AGAIN|ETIMEDOUT|TimeoutError/,
    hint: 'Check the network, --region and AWS_ENDPOINT_URL',
  },
  { code: 'E_THROTTLED', matches: /Throttling|Rate exceeded|TooManyRequests/, hint: 'Try again in a minute' },
  {
    code: 'E_CAPABILITY',
    matches: /InsufficientCapabilities/,
    hint: 'Allow the capability in the stack settings',
  },
  { code: 'E_QUOTA', matches: /LimitExceeded/, hint: 'Delete what is no longer needed, or raise the quota' },
]

/** What AWS or the network threw, as our error: our sentence, then AWS's message. */
export function awsError(action: string, error: unknown): CfstackError {
  const { name, message } = describe(error)
  const found = explanations.find(({ matches }) => matches.test(name) || matches.test(message))
  return new CfstackError(found?.code ?? 'E_AWS', `Cannot ${action}: ${scrub(message)}`, {
    cause: error,
    exitCode: found?.exitCode ?? 1,
    ...(found?.hint === undefined ? {} : { hint: found.hint }),
  })
}

/** Throws an error as ours, with what was tried. An abort stays what it is, and so does an error of ours. */
export function because(action: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof CfstackError) throw error
    if (error instanceof Error && error.name === 'AbortError') throw error
    throw awsError(action, error)
  }
}

/** True for failures that no waiting cures: wrong credentials, no permission. */
export function isPermanent(error: unknown): boolean {
  return !(error instanceof CfstackError) || ['E_CREDENTIALS', 'E_ACCESS', 'E_REGION'].includes(error.code)
}

function describe(error: unknown): { name: string; message: string } {
  if (!(error instanceof Error)) return { name: '', message: String(error) }
  const inner = error instanceof AggregateError ? (error.errors[0] as Error | undefined) : undefined
  const code = (error as NodeJS.ErrnoException).code ?? ''
  return { name: `${error.name} ${code}`, message: error.message || inner?.message || code || error.name }
}
