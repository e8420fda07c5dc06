import { isDeepStrictEqual } from 'node:util'
import { CfstackError } from '../model/error.ts'
import type { CloudFormation, CloudFormationReads, Stack } from './client.ts'
import type { DeploySettings } from './request.ts'

/** What the settings change at a stack besides its resources. */
export interface ProtectionChange {
  readonly what: 'stack-policy' | 'termination-protection'
  /** For people, for example `Termination protection: off → on`. */
  readonly text: string
}

/** Compares a stack's policy and termination protection with the settings; what those do not say stays. */
export async function protectionChanges(
  aws: CloudFormationReads,
  before: Stack | undefined,
  settings: DeploySettings,
): Promise<readonly ProtectionChange[]> {
  const stack = before?.StackStatus === 'REVIEW_IN_PROGRESS' ? undefined : before
  const { stackPolicy, terminationProtection: wanted } = settings
  const changes: ProtectionChange[] = []
  if (stackPolicy !== undefined) {
    const old = stack?.StackId === undefined ? undefined : await readPolicy(aws, stack.StackId)
    const text = old === undefined ? 'Stack policy: none → that of the settings' : 'Stack policy: changes'
    if (!isDeepStrictEqual(old, stackPolicy)) changes.push({ what: 'stack-policy', text })
  }
  const isOn = stack?.EnableTerminationProtection ?? false
  if (wanted !== undefined && wanted !== isOn) {
    const text = `Termination protection: ${isOn ? 'on → off' : 'off → on'}`
    changes.push({ what: 'termination-protection', text })
  }
  return changes
}

/** Makes one of the changes, when it is among those that are wanted. */
export async function applyProtection(
  aws: CloudFormation,
  stackId: string,
  what: ProtectionChange['what'],
  { changes, settings }: { changes: readonly ProtectionChange[]; settings: DeploySettings },
): Promise<void> {
  if (!changes.some((change) => change.what === what)) return
  if (what === 'stack-policy') await aws.setStackPolicy(stackId, settings.stackPolicy ?? {})
  else await aws.setTerminationProtection(stackId, settings.terminationProtection === true)
}

/** The policy, parsed; undefined when there is none, or when it may not be read: then it is set in any case. */
async function readPolicy(aws: CloudFormationReads, stackId: string): Promise<unknown> {
  const text = await aws.stackPolicy(stackId).catch((error: unknown) => {
    if (error instanceof CfstackError && error.code === 'E_ACCESS') return undefined
    throw error
  })
  return text === undefined || text === '' ? undefined : JSON.parse(text)
}
