import type { ResourceState } from '../world.ts'
import type { ProcessedResource } from './seams.ts'
import type { Run } from './run.ts'

type Standing = Pick<ResourceState, 'metadata' | 'deletionPolicy' | 'updateReplacePolicy' | 'dependsOn'>

/** What the template wants of a resource. */
export function wantedOf(run: Run, logicalId: string): ProcessedResource {
  const wanted = run.running.template?.resources[logicalId]
  if (wanted === undefined) throw new Error(`The template of ${run.stack.name} has no resource ${logicalId}`)
  return wanted
}

/** What a stack keeps of a resource's attributes beside its properties. */
export function standingOf(wanted: ProcessedResource): Standing {
  return {
    deletionPolicy: wanted.deletionPolicy ?? defaultPolicy(wanted),
    updateReplacePolicy: wanted.updateReplacePolicy ?? 'Delete',
    dependsOn: wanted.dependsOn,
    ...(wanted.metadata !== undefined && { metadata: wanted.metadata }),
  }
}

/** Clusters of databases, and instances outside a cluster, leave a snapshot when nothing is said. */
function defaultPolicy({ type, properties }: ProcessedResource): 'Delete' | 'Snapshot' {
  if (type === 'AWS::RDS::DBCluster') return 'Snapshot'
  return type === 'AWS::RDS::DBInstance' && properties['DBClusterIdentifier'] === undefined
    ? 'Snapshot'
    : 'Delete'
}
