import { hashIn, isAbandoned, isOfDeployment } from '../change-set/change-set-name.ts'
import type { PendingChangeSet, Stack } from '../calls/client.ts'
import type { StackDeployment } from './deployment.ts'

/** Nobody thinks about an approval for longer, in milliseconds. */
const longestApproval = 60 * 60_000

/**
 * Looks at a stack that was reviewed but never created: removes change sets that ended runs of ours left behind and tells of others.
 * True when nobody else waits on it, so that the empty stack may go with this deployment's change set.
 */
export async function ownsUnborn(
  { aws, host, signal, target }: StackDeployment,
  before: Stack | undefined,
  hash: string,
): Promise<boolean> {
  if (before === undefined) return true
  if (before.StackStatus !== 'REVIEW_IN_PROGRESS') return false
  const pending = await aws.until(signal).pendingChangeSets(target.stackName)
  const left = pending.filter((one) => isLeftOver(one, hash))
  for (const { id, name } of left) {
    host.say(`Change set ${name} was left over by a run that has ended: removing it`)
    await aws.deleteChangeSet(id)
  }
  const others = pending.filter((one) => !left.includes(one)).map(({ name }) => name)
  if (others.length === 0) return true
  host.say(
    `Stack "${target.stackName}" waits for its creation, with other change sets: ${others.join(', ')}. ` +
      'CloudFormation removes them when one is executed.',
  )
  return false
}

function isLeftOver({ name, description, createdAt }: PendingChangeSet, hash: string): boolean {
  if (isAbandoned(description)) return true
  const isOld = createdAt !== undefined && Date.now() - createdAt.getTime() > longestApproval
  return isOld && isOfDeployment(description) && hashIn(name) === hash
}
