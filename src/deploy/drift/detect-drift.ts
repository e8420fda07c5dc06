import { CfstackError } from '../../model/error.ts'
import type { CloudFormation, Stack, StackResourceDrift } from '../calls/client.ts'
import { deployedTemplate } from '../operations/read-deletion.ts'
import { poll } from '../calls/poll.ts'
import { driftReport, type DriftReport } from './drift-report.ts'

export interface DetectDriftOptions {
  readonly sources?: Readonly<Record<string, string>> | undefined
  readonly signal: AbortSignal
}

/** What a detection found: for people, and as CloudFormation gives it. */
export interface Detection {
  readonly report: DriftReport
  readonly drifts: readonly StackResourceDrift[]
}

/** Has CloudFormation compare a stack with what is really there, waits for that, and reads what it found. */
export async function detectDrift(
  aws: CloudFormation,
  stack: Stack,
  { sources, signal }: DetectDriftOptions,
): Promise<Detection> {
  const name = stack.StackName ?? ''
  const id = stack.StackId ?? name
  const reads = aws.until(signal)
  const detection = await startDetection(aws, id, signal)
  const ended = await poll(
    async () => {
      const state = await reads.driftDetection(detection)
      return state.DetectionStatus === 'DETECTION_IN_PROGRESS' ? undefined : state
    },
    { signal },
  )
  const [drifts, template] = await Promise.all([reads.resourceDrifts(id), deployedTemplate(reads, id)])
  // A failed detection still has what it could compare.
  const isFailed = ended.DetectionStatus === 'DETECTION_FAILED'
  const incomplete = isFailed ? (ended.DetectionStatusReason ?? 'AWS gave no reason') : undefined
  return { drifts, report: driftReport(drifts, { stackName: name, template, sources, incomplete }) }
}

/** Only one detection runs at a time: another one is waited for. */
function startDetection(aws: CloudFormation, id: string, signal: AbortSignal): Promise<string> {
  return poll(
    () =>
      aws.detectDrift(id).catch((error: unknown) => {
        if (error instanceof CfstackError && /already in progress/i.test(error.message)) return undefined
        throw error
      }),
    { signal },
  )
}
