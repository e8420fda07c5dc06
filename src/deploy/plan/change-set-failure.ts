import { CfstackError } from '../../model/error.ts'
import type { CloudFormationReads, DescribeChangeSetOutput } from '../calls/client.ts'
import { optionalRead, type Readable } from '../calls/optional-read.ts'
import { hideSecrets } from '../secrets/mask.ts'
import { planFindings, type PlanFinding } from './plan-finding.ts'
import { hookAnnotations } from './read-surroundings.ts'

/** What is known about the request whose change set failed. */
export interface FailedRequest {
  readonly stackName: string
  readonly sources?: Readonly<Record<string, string>> | undefined
  readonly secrets: readonly string[]
}

/** Why a change set failed, as an error: CloudFormation's reason, the findings of early validation and hooks with their places. */
export async function changeSetFailure(
  aws: CloudFormationReads & Readable,
  description: DescribeChangeSetOutput,
  { stackName, sources, secrets }: FailedRequest,
): Promise<CfstackError> {
  const reason = await innermostReason(aws, description)
  const findings = await readFindings(aws, description, sources)
  const lines = [reason, ...findings.flatMap(renderFinding)]
  return new CfstackError(
    'E_CHANGE_SET',
    `Cannot compute the changes of stack "${stackName}": ${hideSecrets(lines.join('\n'), secrets)}`,
    { hint: 'Correct the template or the parameters; nothing was changed', exitCode: 1 },
  )
}

/** The reason of a nested change set that another one failed for. */
async function innermostReason(
  aws: CloudFormationReads,
  { StatusReason, ChangeSetId }: DescribeChangeSetOutput,
): Promise<string> {
  const reason = StatusReason ?? 'AWS gave no reason'
  const nested = /arn:[\w-]+:cloudformation:[^\s,]*:changeSet\/[^\s,]+/.exec(reason)?.[0]
  if (nested === undefined || nested === ChangeSetId) return reason
  const inner = await aws.describeChangeSet(nested, { values: false }).catch(() => undefined)
  if (inner?.StatusReason === undefined) return reason
  return `nested stack "${inner.StackName}": ${await innermostReason(aws, inner)}`
}

async function readFindings(
  aws: Readable,
  { ChangeSetId: id }: DescribeChangeSetOutput,
  sources: FailedRequest['sources'],
): Promise<readonly PlanFinding[]> {
  if (id === undefined) return []
  const patiently = { otherwise: [], polls: 15 }
  const events = await optionalRead(aws, (reads) => reads.failedEvents({ changeSet: id }), patiently)
  const isHooked = events.some(({ EventType }) => EventType === 'HOOK_INVOCATION_ERROR')
  const annotations = isHooked
    ? await optionalRead(aws, (reads) => hookAnnotations(reads, id), patiently)
    : []
  return planFindings(events, { sources, annotations })
}

function renderFinding({
  level,
  code,
  message,
  logicalId,
  path,
  source,
  hint,
}: PlanFinding): readonly string[] {
  const place = [logicalId, path].filter((part) => part !== undefined).join('.')
  const where = source === undefined ? place : `${place} (${source})`
  return [
    `  ${level} ${code}  ${where === '' ? '' : `${where}: `}${message}`,
    ...(hint === undefined ? [] : hint.split('\n').map((line) => `    ${line}`)),
  ]
}
