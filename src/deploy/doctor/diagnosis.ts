import type { Stack, StackEvent, StackResourceSummary } from '../calls/client.ts'
import { notableResources, type NotableResource } from '../inspect/stack-report.ts'
import { rootCause, type RootCause } from '../events/root-cause.ts'
import { statuses, type StatusMeaning } from './statuses.ts'
import { ways, type WayName } from './ways.ts'

/** What is the case with a stack, and what can be done. The JSON form of `cfstack doctor`. */
export interface Diagnosis {
  readonly stack: string
  readonly status: string
  readonly kind: StatusMeaning['kind']
  readonly meaning: string
  /** When the state began, as ISO 8601. */
  readonly since?: string
  /** Resources that failed, or that a running operation waits for. */
  readonly resources: readonly NotableResource[]
  /** Why the last operation failed. */
  readonly rootCause?: RootCause & { readonly source?: string }
  readonly ways: readonly Way[]
  /** What else there is to know: protection, waiting change sets, exports that are kept. */
  readonly notes: readonly string[]
}

export interface Way {
  readonly name: WayName
  readonly does: string
  readonly command: string
}

/** An export that is kept because a deployed stack may still import it. */
export interface KeptExport {
  readonly name: string
  readonly importers: readonly string[]
}

export interface DiagnosisFacts {
  readonly resources: readonly StackResourceSummary[]
  /** Of the last operation, oldest first. */
  readonly events: readonly StackEvent[]
  readonly pendingChangeSets: readonly string[]
  readonly keptExports: readonly KeptExport[]
  readonly sources?: Readonly<Record<string, string>> | undefined
  /** Makes a command for the same stack. */
  readonly hint: (verb: string) => string
}

/** Says what is the case with a stack. Pure. */
export function diagnose(stack: Stack, facts: DiagnosisFacts): Diagnosis {
  const status = stack.StackStatus ?? ''
  const unknown: StatusMeaning = { kind: 'stuck', meaning: 'cfstack does not know this status', ways: [] }
  const { kind, meaning, ways: names } = statuses[status] ?? unknown
  const since = stack.DeletionTime ?? stack.LastUpdatedTime ?? stack.CreationTime
  const notable = notableResources(facts.resources, facts.sources)
  const cause = kind === 'well' ? undefined : rootCause(facts.events)
  const source = cause === undefined ? undefined : facts.sources?.[cause.logicalId]
  return {
    stack: stack.StackName ?? '',
    status,
    kind,
    meaning:
      stack.StackStatusReason && kind !== 'well'
        ? `${meaning}. AWS says: ${stack.StackStatusReason}`
        : meaning,
    ...(since === undefined ? {} : { since: since.toISOString() }),
    resources:
      kind === 'busy'
        ? notable.filter(({ status }) => !status.endsWith('_FAILED'))
        : notable.filter(isFailed),
    ...(cause === undefined ? {} : { rootCause: { ...cause, ...(source === undefined ? {} : { source }) } }),
    ways: names.map((name) => ({
      name,
      does: ways[name].does,
      command: commandOf(name, notable, facts.hint),
    })),
    notes: notesOf(stack, facts),
  }
}

function isFailed({ status }: NotableResource): boolean {
  return status.endsWith('_FAILED')
}

/** The command of a way; where it takes logical ids, those that failed. */
function commandOf(
  name: WayName,
  notable: readonly NotableResource[],
  hint: (verb: string) => string,
): string {
  const [verb = '', flag] = ways[name].command.split(' ')
  if (flag === undefined) return hint(verb)
  const { takes } = ways[name]
  const taken = notable.filter(({ status }) => status === takes)
  const flags =
    takes === undefined ? ` ${flag}` : taken.map(({ logicalId }) => ` ${flag} ${logicalId}`).join('')
  return `${hint(verb)}${flags}`
}

function notesOf(stack: Stack, { pendingChangeSets, keptExports, hint }: DiagnosisFacts): readonly string[] {
  const drift = stack.DriftInformation?.StackDriftStatus === 'DRIFTED'
  return [
    ...(stack.EnableTerminationProtection
      ? ['Termination protection is on: a deletion needs --unprotect']
      : []),
    ...(pendingChangeSets.length > 0 ? [`Change sets wait: ${pendingChangeSets.join(', ')}`] : []),
    ...(drift ? [`When drift was last looked for, there was some: ${hint('drift')}`] : []),
    ...keptExports.map(({ name, importers }) =>
      importers.length === 0
        ? `Export "${name}" can go, nothing imports it any more: cfstack build --drop-kept-exports`
        : `Export "${name}" has to stay, it is still imported by ${importers.join(', ')}`,
    ),
  ]
}
