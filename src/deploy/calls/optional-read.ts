import type { CloudFormationReads } from './client.ts'
import { pollInterval } from './pace.ts'
import { silence } from './silent-signals.ts'

/** Whatever gives calls that end with a signal. */
export interface Readable {
  until(signal: AbortSignal | undefined): CloudFormationReads
}

/**
 * Reads what is good to know but what nothing depends on: after some polls' time, or when it is refused, there is none. Some permissions and some
 * endpoints lack such calls.
 */
export async function optionalRead<T>(
  aws: Readable,
  read: (aws: CloudFormationReads) => Promise<T>,
  {
    otherwise,
    polls,
    signal,
  }: { readonly otherwise: T; readonly polls: number; readonly signal?: AbortSignal | undefined },
): Promise<T> {
  const patience = AbortSignal.timeout(polls * pollInterval())
  const either = signal === undefined ? patience : AbortSignal.any([signal, patience])
  try {
    return await read(aws.until(silence(either)))
  } catch {
    signal?.throwIfAborted()
    return otherwise
  }
}
