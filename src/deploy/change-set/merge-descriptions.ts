import type { Change, DescribeChangeSetOutput } from '../calls/client.ts'

/** The description with property values, plus the changes that only the one without values has. */
export function mergeDescriptions(
  withValues: DescribeChangeSetOutput,
  withoutValues: DescribeChangeSetOutput,
): DescribeChangeSetOutput {
  const detailed = new Map((withValues.Changes ?? []).map((change) => [keyOf(change), change]))
  const complete = new Map((withoutValues.Changes ?? []).map((change) => [keyOf(change), change]))
  return { ...withValues, Changes: [...new Map([...complete, ...detailed]).values()] }
}

function keyOf({ ResourceChange: change }: Change): string {
  return `${change?.ChangeSetId ?? ''} ${change?.ModuleInfo?.LogicalIdHierarchy ?? ''} ${change?.LogicalResourceId ?? ''}`
}
