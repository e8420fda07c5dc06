import { randomBytes } from 'node:crypto'
import { lastEventId } from '../../deploy/events/events.ts'
import { follow, type FollowResult } from '../../deploy/events/follow.ts'
import { CfstackError } from '../../model/error.ts'
import { renderEvent } from '../deployment/render-result.ts'
import type { StackSession } from './stack-session.ts'

/** How an operation ended; `ok` when the stack reached one of the wanted statuses. */
export type WatchedResult = Pick<FollowResult, 'ok' | 'status' | 'rootCause' | 'events'>

/** Starts an operation and follows it to its end, or until Ctrl-C: then it goes on and the error says how to look again. */
export async function watchOperation(
  session: StackSession,
  stackId: string,
  { start, wanted }: { start: (token: string) => Promise<unknown>; wanted: readonly string[] },
): Promise<WatchedResult> {
  const after = await lastEventId(session.reads, stackId)
  session.signal.throwIfAborted()
  await start(`cfstack-${randomBytes(8).toString('hex')}`)
  return watchOn(session, { stackId, after }, wanted)
}

/** Follows an operation that runs already. */
export async function watchOn(
  session: StackSession,
  running: { readonly stackId: string; readonly after: string | undefined },
  wanted: readonly string[],
): Promise<WatchedResult> {
  const { aws, output, signal, stackName, hint } = session
  const result = await follow(aws, running, {
    signal,
    onEvent: (event) => output.say(renderEvent(event)),
  }).catch((error: unknown) => {
    if (!signal.aborted) throw error
    throw new CfstackError('E_DETACHED', `Stopped watching stack "${stackName}": its operation goes on`, {
      hint: `Look at it with: ${hint('events')}`,
      cause: error,
      exitCode: 130,
    })
  })
  const { status, events, rootCause } = result
  return { ok: wanted.includes(status), status, events, ...(rootCause === undefined ? {} : { rootCause }) }
}

/** The error of an operation that did not end as wanted, with its root cause and where that is in the code. */
export function operationFailed(
  { stackName, settings, hint }: StackSession,
  verb: string,
  { status, rootCause }: Pick<WatchedResult, 'status' | 'rootCause'>,
): CfstackError {
  const source = rootCause === undefined ? undefined : settings.sources?.[rootCause.logicalId]
  const why =
    rootCause === undefined
      ? `it ended in ${status}`
      : `${rootCause.logicalId} (${rootCause.type}${source === undefined ? '' : `, ${source}`}): ${rootCause.reason}`
  return new CfstackError('E_OPERATION_FAILED', `Cannot ${verb} stack "${stackName}": ${why}`, {
    hint: `The stack is now in ${status}; the ways on: ${hint('doctor')}`,
    exitCode: 1,
  })
}
