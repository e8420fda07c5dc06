import type { StackEvent } from '../../deploy/calls/client.ts'
import { eventReader } from '../../deploy/events/events.ts'
import { eventsSince, lastOperationEvents } from '../../deploy/inspect/operation-events.ts'
import { poll } from '../../deploy/calls/poll.ts'
import { isFailure } from '../../deploy/events/root-cause.ts'
import type { Command } from '../command.ts'
import { renderEvent } from '../deployment/render-result.ts'
import { sinceOf } from '../stack/since.ts'
import { stackFlags, usage, type StackFlags } from '../stack/stack-flags.ts'
import { deployedStack, withStack, type StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOn } from '../stack/watch-operation.ts'

interface EventsFlags extends StackFlags {
  readonly since: string | undefined
  readonly all: boolean
  readonly failed: boolean
  readonly follow: boolean
  readonly once: boolean
}

/** `cfstack events`: what happened last; a running operation is joined and followed to its end. */
export const command: Command<EventsFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('since', {
        type: 'string',
        requiresArg: true,
        describe: 'From this time on: 10m, 2h, 3d, or a date',
      })
      .option('all', {
        type: 'boolean',
        default: false,
        describe: 'All events, not only those of the last operation',
      })
      .option('failed', { type: 'boolean', default: false, describe: 'Only what failed' })
      .option('follow', {
        type: 'boolean',
        default: false,
        describe: 'Go on watching, also when nothing runs; Ctrl-C ends it',
      })
      .option('once', {
        type: 'boolean',
        default: false,
        describe: 'Do not join a running operation',
      }) as never,
  handler: (argv) => {
    if (argv.follow && argv.once) throw usage('--follow and --once contradict each other', 'Give one of them')
    const since = argv.since === undefined ? undefined : sinceOf(argv.since)
    return withStack(argv, (session) => show(session, argv, since))
  },
}

async function show(session: StackSession, argv: EventsFlags, since: Date | undefined): Promise<number> {
  const { reads, output, stackName } = session
  const stack = await deployedStack(session, 'read the events of')
  const isWanted = (event: StackEvent): boolean => !argv.failed || isFailure(event)
  const past =
    argv.all || since !== undefined
      ? await eventsSince(reads, stack.StackId, since)
      : await lastOperationEvents(reads, stack.StackId)
  const shown = past.filter(isWanted)
  for (const event of shown) output.say(renderEvent(event))
  const document = { stack: stackName, status: stack.StackStatus, events: shown.map(eventDocument) }
  const after = past.at(-1)?.EventId
  if (argv.follow) return followOn(session, { stackId: stack.StackId, after }, { document, isWanted })
  if (
    argv.once ||
    !stack.StackStatus.endsWith('_IN_PROGRESS') ||
    stack.StackStatus === 'REVIEW_IN_PROGRESS'
  ) {
    output.document(document)
    return 0
  }
  const result = await watchOn(session, { stackId: stack.StackId, after }, goodEnds)
  const joined = result.events.filter(isWanted).map(eventDocument)
  output.document({ ...document, status: result.status, events: [...document.events, ...joined] })
  if (!result.ok) throw operationFailed(session, 'finish the operation of', result)
  output.say(`Stack "${stackName}": ${result.status}`)
  return 0
}

const goodEnds = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE', 'DELETE_COMPLETE']

async function followOn(
  { reads, output, signal }: StackSession,
  { stackId, after }: { readonly stackId: string; readonly after: string | undefined },
  {
    document,
    isWanted,
  }: { document: object & { events: object[] }; isWanted: (event: StackEvent) => boolean },
): Promise<number> {
  const reader = eventReader(reads, stackId, after)
  const more: StackEvent[] = []
  await poll(
    async () => {
      for (const event of (await reader.next()).filter(isWanted)) {
        more.push(event)
        output.say(renderEvent(event))
      }
      return undefined
    },
    { signal },
  ).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  output.document({ ...document, events: [...document.events, ...more.map(eventDocument)] })
  return 0
}

/** An event as `--json` prints it. */
function eventDocument(event: StackEvent): object {
  const {
    Timestamp,
    LogicalResourceId,
    PhysicalResourceId,
    ResourceType,
    ResourceStatus,
    ResourceStatusReason,
  } = event
  return {
    time: Timestamp?.toISOString(),
    logicalId: LogicalResourceId,
    type: ResourceType,
    status: event.HookStatus ?? ResourceStatus,
    reason: event.HookStatusReason ?? ResourceStatusReason,
    physicalId: PhysicalResourceId,
  }
}
