const stars = '****'

/** Forms in which AWS and proxies quote credentials in their errors. */
const quoted: readonly RegExp[] = [
  /(x-amz-security-token[:=]\s*)[^\s&,"'<]+/gi,
  /(Signature=)[0-9a-f]{16,}/gi,
  /((?:aws_)?(?:secret_access_key|session_token)["']?\s*[:=]\s*["']?)[^\s&,"'<]+/gi,
  /(\b(?:AKIA|ASIA)[A-Z0-9]{4})[A-Z0-9]{12}\b/g,
]

/** A text of AWS's without the credentials that it may quote. */
export function scrub(text: string): string {
  const own = [process.env['AWS_SECRET_ACCESS_KEY'], process.env['AWS_SESSION_TOKEN']]
  const known = own.filter((value): value is string => value !== undefined && value.length >= 16)
  const hidden = known.reduce((shown, secret) => shown.replaceAll(secret, stars), text)
  return quoted.reduce((shown, pattern) => shown.replace(pattern, `$1${stars}`), hidden)
}
