import type { Stack, StackResourceSummary } from '../calls/client.ts'

/** What there is to say about a deployed stack. The JSON form of `cfstack status`. */
export interface StackReport {
  readonly stack: string
  readonly stackId: string
  readonly status: string
  readonly reason?: string
  /** When the last operation began, as ISO 8601. */
  readonly since?: string
  readonly description?: string
  readonly role?: string
  readonly terminationProtection: boolean
  readonly drift: string
  readonly lastOperation?: string
  readonly parameters: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
  readonly outputs: Readonly<Record<string, string>>
  /** How many resources are in which status. */
  readonly resources: Readonly<Record<string, number>>
  /** Resources that failed, or are being worked on. */
  readonly notable: readonly NotableResource[]
  readonly pendingChangeSets: readonly string[]
}

export interface NotableResource {
  readonly logicalId: string
  readonly type: string
  readonly status: string
  readonly reason?: string
  /** `file:line` of the code that made the resource. */
  readonly source?: string
}

/** Sums up a stack. Pure. */
export function stackReport(
  stack: Stack,
  resources: readonly StackResourceSummary[],
  more: {
    readonly pendingChangeSets: readonly string[]
    readonly sources?: Readonly<Record<string, string>> | undefined
  },
): StackReport {
  const began = stack.DeletionTime ?? stack.LastUpdatedTime ?? stack.CreationTime
  const operation = stack.LastOperations?.[0]
  return {
    stack: stack.StackName ?? '',
    stackId: stack.StackId ?? '',
    status: stack.StackStatus ?? '',
    ...(stack.StackStatusReason ? { reason: stack.StackStatusReason } : {}),
    ...(began === undefined ? {} : { since: began.toISOString() }),
    ...(stack.Description ? { description: stack.Description } : {}),
    ...(stack.RoleARN ? { role: stack.RoleARN } : {}),
    terminationProtection: stack.EnableTerminationProtection ?? false,
    drift: stack.DriftInformation?.StackDriftStatus ?? 'NOT_CHECKED',
    ...(operation === undefined
      ? {}
      : { lastOperation: `${operation.OperationType} ${operation.OperationId}` }),
    parameters: parametersOf(stack),
    tags: Object.fromEntries((stack.Tags ?? []).map(({ Key, Value }) => [Key ?? '', Value ?? ''])),
    outputs: outputsOf(stack),
    resources: countsOf(resources),
    notable: notableResources(resources, more.sources),
    pendingChangeSets: more.pendingChangeSets,
  }
}

/** Output names and values. */
export function outputsOf(stack: Pick<Stack, 'Outputs'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (stack.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey ?? '', OutputValue ?? '']),
  )
}

/** Parameter names and values; CloudFormation gives stars for NoEcho ones, and for SSM ones what they resolved to. */
export function parametersOf(stack: Pick<Stack, 'Parameters'>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (stack.Parameters ?? []).map(({ ParameterKey, ParameterValue, ResolvedValue }) => [
      ParameterKey ?? '',
      ResolvedValue === undefined ? (ParameterValue ?? '') : `${ParameterValue} (${ResolvedValue})`,
    ]),
  )
}

/** Resources that failed or are being worked on. */
export function notableResources(
  resources: readonly StackResourceSummary[],
  sources: Readonly<Record<string, string>> = {},
): readonly NotableResource[] {
  return resources
    .filter(({ ResourceStatus = '' }) => /_FAILED$|_IN_PROGRESS$/.test(ResourceStatus))
    .map(
      ({
        LogicalResourceId: logicalId = '',
        ResourceType = '',
        ResourceStatus = '',
        ResourceStatusReason,
      }) => ({
        logicalId,
        type: ResourceType,
        status: ResourceStatus,
        ...(ResourceStatusReason ? { reason: ResourceStatusReason } : {}),
        ...(sources[logicalId] === undefined ? {} : { source: sources[logicalId] }),
      }),
    )
}

function countsOf(resources: readonly StackResourceSummary[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { ResourceStatus = 'UNKNOWN' } of resources)
    counts[ResourceStatus] = (counts[ResourceStatus] ?? 0) + 1
  return counts
}
