import type { ResourceState } from '../../world.ts'
import type { Run } from '../run.ts'
import type { FormerResource } from '../running.ts'
import { stackType } from '../stack-type.ts'
import type { PlannedTask } from '../task-graph.ts'

/** Tasks that take away resources of the stack, and everything that an update had left over. */
export function removals(run: Run, goes: (resource: ResourceState) => boolean): PlannedTask[] {
  const own = Object.values(run.stack.resources).filter((resource) => !isGone(resource) && goes(resource))
  return [...own.map(ownRemoval), ...(run.stack.former ?? []).map(formerRemoval)]
}

function ownRemoval({ logicalId, type, dependsOn }: ResourceState): PlannedTask {
  return { key: logicalId, logicalId, action: removalOf(type), dependsOn }
}

function formerRemoval(former: FormerResource): PlannedTask {
  const { logicalId, type, physicalId, dependsOn } = former
  return { key: `${logicalId}/${physicalId}`, logicalId, action: removalOf(type), dependsOn, former }
}

function removalOf(type: string): 'remove' | 'remove-stack' {
  return type === stackType ? 'remove-stack' : 'remove'
}

function isGone({ status }: ResourceState): boolean {
  return status === 'DELETE_COMPLETE' || status === 'DELETE_SKIPPED'
}
