import type { StackSummary } from '../calls/client.ts'

/** A line of `cfstack list`. */
export interface ListedStack {
  readonly stack: string
  /** The status, or `not deployed` for a stack of the manifest that is not there. */
  readonly status: string
  readonly region?: string
  readonly updated?: string
  readonly drift?: string
  readonly description?: string
}

/** Statuses of stacks that are there; CloudFormation lists deleted ones for 90 days otherwise. */
export const presentStatuses: readonly string[] = [
  'CREATE_IN_PROGRESS',
  'CREATE_FAILED',
  'CREATE_COMPLETE',
  'ROLLBACK_IN_PROGRESS',
  'ROLLBACK_FAILED',
  'ROLLBACK_COMPLETE',
  'DELETE_IN_PROGRESS',
  'DELETE_FAILED',
  'UPDATE_IN_PROGRESS',
  'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_COMPLETE',
  'UPDATE_FAILED',
  'UPDATE_ROLLBACK_IN_PROGRESS',
  'UPDATE_ROLLBACK_FAILED',
  'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS',
  'UPDATE_ROLLBACK_COMPLETE',
  'REVIEW_IN_PROGRESS',
  'IMPORT_IN_PROGRESS',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_IN_PROGRESS',
  'IMPORT_ROLLBACK_FAILED',
  'IMPORT_ROLLBACK_COMPLETE',
]

/** The line of a deployed stack. */
export function listedStack(summary: StackSummary): ListedStack {
  const { StackName, StackId, StackStatus, LastUpdatedTime, CreationTime, DriftInformation } = summary
  const region = StackId?.split(':')[3]
  const updated = (LastUpdatedTime ?? CreationTime)?.toISOString()
  const drift = DriftInformation?.StackDriftStatus
  return {
    stack: StackName ?? '',
    status: StackStatus ?? '',
    ...(region ? { region } : {}),
    ...(updated === undefined ? {} : { updated }),
    ...(drift === undefined ? {} : { drift }),
    ...(summary.TemplateDescription ? { description: summary.TemplateDescription } : {}),
  }
}

/** The wanted stacks, by names or patterns with `*`; nested ones only on request. Sorted by name. */
export function wantedStacks(
  summaries: readonly StackSummary[],
  { patterns, nested }: { readonly patterns: readonly string[]; readonly nested: boolean },
): readonly ListedStack[] {
  const isWanted = matcher(patterns)
  return summaries
    .filter(({ ParentId }) => nested || !ParentId)
    .map(listedStack)
    .filter(({ stack }) => isWanted(stack))
    .sort((a, b) => (a.stack < b.stack ? -1 : 1))
}

/** True for names that one of the patterns covers, or for all when there is none. */
export function matcher(patterns: readonly string[]): (name: string) => boolean {
  if (patterns.length === 0) return () => true
  const all = patterns.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .split('*')
          .map((part) => part.replace(/[^\w-]/g, '\\$&'))
          .join('.*')}$`,
      ),
  )
  return (name) => all.some((one) => one.test(name))
}
