import type { ResourceState } from '../world.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import type { Run } from './run.ts'

type Standing = Pick<
  ResourceState,
  'metadata' | 'description' | 'deletionPolicy' | 'updateReplacePolicy' | 'dependsOn'
>

/** What the template wants of a resource. */
export function wantedOf(run: Run, logicalId: string): ProcessedResource {
  const wanted = run.running.target?.resources[logicalId]
  if (wanted === undefined) throw new Error(`The template of ${run.stack.name} has no resource ${logicalId}`)
  return wanted
}

/** What a stack keeps of a resource's attributes beside its properties; `metadata` are those with their functions worked out. */
export function standingOf(wanted: ProcessedResource, metadata = wanted.metadata): Standing {
  return {
    deletionPolicy: wanted.deletionPolicy,
    updateReplacePolicy: wanted.updateReplacePolicy,
    dependsOn: wanted.dependsOn,
    metadata,
    description: wanted.description,
  }
}
