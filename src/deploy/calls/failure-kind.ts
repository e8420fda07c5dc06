/**
 * What can be done about a failed call: `throttled` and `transient` ones are repeated, `expired` ones after the credentials were
 * read again, `skewed` ones with the clock that AWS told; `final` ones stay.
 */
export type FailureKind = 'throttled' | 'transient' | 'expired' | 'skewed' | 'final'

const kinds: readonly (readonly [FailureKind, RegExp])[] = [
  ['throttled', /^(Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|BandwidthLimitExceeded)/],
  ['expired', /^(ExpiredToken|TokenRefreshRequired|RequestExpired)/],
  ['skewed', /^(RequestTimeTooSkewed|RequestInTheFuture|InvalidSignature|SignatureDoesNotMatch)/],
  [
    'transient',
    /^(TimeoutError|RequestTimeout|InternalFailure|InternalError|InternalServerError|ServiceUnavailable|IDPCommunicationError)/,
  ],
]
const brokenConnection =
  /^(ECONNRESET|ECONNREFUSED|ECONNABORTED|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|ENETDOWN|ENETUNREACH|EHOSTUNREACH|UND_ERR_\w+)$/

/** The kind of what a call threw, by the names that AWS and Node give. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Error) || error.name === 'AbortError') return 'final'
  const { status, code } = wireFacts(error)
  const byName = kinds.find(([, pattern]) => pattern.test(error.name))?.[0]
  if (byName === 'skewed') return isAboutTime(error) ? 'skewed' : 'final'
  if (byName !== undefined) return byName
  if (/Rate exceeded/i.test(error.message)) return 'throttled'
  if (status === 429) return 'throttled'
  if (status !== undefined && status >= 500) return 'transient'
  if (
    brokenConnection.test(code) ||
    /socket hang up|aborted|premature close|fetch failed/i.test(error.message)
  )
    return 'transient'
  // An answer that ends in the middle is no document.
  return /Deserialization error|Unclosed tag|Unexpected end|parseXml/i.test(error.message)
    ? 'transient'
    : 'final'
}

/** A wrong signature may be a wrong clock or a wrong key; only the first is cured by asking again. */
function isAboutTime({ name, message }: Error): boolean {
  return name.startsWith('Request') || /expired|not yet current|earlier than|later than/i.test(message)
}

function wireFacts(error: Error): { status: number | undefined; code: string } {
  const { $metadata, code, cause } = error as Error & {
    $metadata?: { httpStatusCode?: number }
    code?: unknown
    cause?: { code?: unknown }
  }
  const inner = error instanceof AggregateError ? (error.errors[0] as { code?: unknown } | undefined) : cause
  return { status: $metadata?.httpStatusCode, code: String(code ?? inner?.code ?? '') }
}
