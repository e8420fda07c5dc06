import type { CloudFormation } from './client.ts'
import type { DeploySettings } from './request.ts'

/** Sets a stack's policy to that of the settings; settings without one change nothing. */
export async function syncStackPolicy(
  aws: CloudFormation,
  stackId: string,
  settings: DeploySettings,
): Promise<void> {
  if (settings.stackPolicy !== undefined) await aws.setStackPolicy(stackId, settings.stackPolicy)
}

/** Sets a stack's termination protection to that of the settings, when it is another; undefined changes nothing. */
export async function syncTerminationProtection(
  aws: CloudFormation,
  stackId: string,
  settings: DeploySettings,
): Promise<void> {
  const wanted = settings.terminationProtection
  if (wanted === undefined) return
  const stack = await aws.describeStack(stackId)
  if (stack !== undefined && (stack.EnableTerminationProtection ?? false) !== wanted) {
    await aws.setTerminationProtection(stackId, wanted)
  }
}
