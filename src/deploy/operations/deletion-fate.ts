/** What becomes of a resource that leaves its stack. */
export type Fate = 'delete' | 'retain' | 'snapshot'

/** What CloudFormation does with a resource of a template when it is removed. */
export function deletionFate(type: string, resource: Readonly<Record<string, unknown>> | undefined): Fate {
  const policy = resource?.['DeletionPolicy']
  if (policy === 'Retain' || policy === 'RetainExceptOnCreate') return 'retain'
  if (policy === 'Snapshot') return 'snapshot'
  if (policy !== undefined) return 'delete'
  // CloudFormation's own default, for databases only.
  if (type === 'AWS::RDS::DBCluster') return 'snapshot'
  const properties = resource?.['Properties'] as Readonly<Record<string, unknown>> | undefined
  const isAlone = type === 'AWS::RDS::DBInstance' && properties?.['DBClusterIdentifier'] === undefined
  return isAlone ? 'snapshot' : 'delete'
}
