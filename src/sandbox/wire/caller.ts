import type { Place } from '../world.ts'
import { addressOf, type SandboxRequest } from './http.ts'

/** Who calls, where, and which service: what a request's signature says. Signatures are not checked. */
export interface Caller {
  readonly place: Place
  readonly arn: string
  readonly userId: string
  readonly service: string | undefined
}

/** What holds for requests that are not signed, or whose key names no account. */
export interface CallerDefaults {
  readonly account: string
  readonly region: string
}

/**
 * Reads the caller from the signature. An access key of twelve digits is an account; one that `AssumeRole` gave belongs to the role's
 * account; any other to the default one.
 */
export function callerOf(request: SandboxRequest, defaults: CallerDefaults): Caller {
  const { key, region, service } = scopeOf(request)
  const account = /^(?:ASIA)?(\d{12})(?:SBOX)?$/.exec(key ?? '')?.[1] ?? defaults.account
  const place = placeOf(account, region ?? defaults.region)
  const session =
    key?.endsWith('SBOX') === true ? sessionOf(request.headers['x-amz-security-token']) : undefined
  const arn = `arn:${place.partition}`
  return session === undefined
    ? { place, service, arn: `${arn}:iam::${account}:user/sandbox`, userId: 'AIDASANDBOXSANDBOXSB' }
    : {
        place,
        service,
        arn: `${arn}:sts::${account}:assumed-role/${session}`,
        userId: `AROASANDBOXSANDBOXSB:${session.split('/')[1]}`,
      }
}

/** A place in the partition of its region. */
export function placeOf(account: string, region: string): Place {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
  return { account, region, partition }
}

/** The key that an assumed role gets, and its token, from which the caller is known again. */
export function roleCredentials(
  account: string,
  role: string,
  session: string,
): { readonly key: string; readonly token: string } {
  return { key: `ASIA${account}SBOX`, token: Buffer.from(`${role}/${session}`).toString('base64url') }
}

function sessionOf(token: string | undefined): string | undefined {
  const text = Buffer.from(token ?? '', 'base64url').toString('utf8')
  return /^[\w+=,.@-]+\/[\w+=,.@-]+$/.test(text) ? text : undefined
}

interface Scope {
  readonly key?: string | undefined
  readonly region?: string | undefined
  readonly service?: string | undefined
}

/** From `Credential=<key>/<date>/<region>/<service>/aws4_request`, in the header or in a presigned address. */
function scopeOf(request: SandboxRequest): Scope {
  const text =
    /Credential=([^,\s]+)/.exec(request.headers['authorization'] ?? '')?.[1] ??
    addressOf(request).searchParams.get('X-Amz-Credential')
  if (text === undefined || text === null) return {}
  const [key, , region, service] = text.split('/')
  return { key, region, service }
}
