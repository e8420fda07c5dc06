import { isDataStore } from '../../../spec/stateful.ts'
import type { Check } from '../../check.ts'
import type { ResourceView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf, read } from '../../wiring/place.ts'

/** Data stores for which nobody has said what becomes of the data. An explicit `Delete` is an answer, too. */
export const unprotectedData: Check = {
  rules: [
    {
      code: 'CFS2001',
      level: 'warning',
      title: 'What holds data says what becomes of it',
      help:
        'Without "DeletionPolicy", a resource that is taken out of the template, or whose stack is deleted, is deleted with its data; ' +
        'without "UpdateReplacePolicy", so is the old one when a change replaces it. Say "Retain" or "Snapshot" in both, or "Delete" ' +
        'when the data may go.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
    },
  ],
  run(template, report) {
    for (const resource of template.resources.values()) {
      const { id, type, json } = resource
      if (
        !isDataStore(type) ||
        json['DeletionPolicy'] !== undefined ||
        json['UpdateReplacePolicy'] !== undefined
      )
        continue
      if (isCopy(resource) || isGuarded(resource)) continue
      report({
        path: ['Resources', id],
        message: `"${id}" holds data, and has neither "DeletionPolicy" nor "UpdateReplacePolicy": ${lossOf(resource)}`,
        hint: `Add both: "${canSnapshot.has(type) ? 'Snapshot' : 'Retain'}" keeps the data, "Delete" says that it may go`,
      })
    }
  },
}

/** Types of data stores that leave a snapshot when asked to. */
const canSnapshot: ReadonlySet<string> = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
])

function lossOf({ type }: ResourceView): string {
  if (type === 'AWS::RDS::DBCluster' || type === 'AWS::RDS::DBInstance')
    return 'a change that replaces it deletes the old one without a snapshot'
  return type === 'AWS::S3::Bucket'
    ? 'CloudFormation deletes it while it is empty, and can delete neither it nor the stack when it is not'
    : 'it is deleted with its data when it is replaced or taken out of the template'
}

/** A member of a cluster, or a replica of another database: the data is elsewhere, too. */
function isCopy(resource: ResourceView): boolean {
  if (resource.type !== 'AWS::RDS::DBInstance') return false
  const sources = ['DBClusterIdentifier', 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier']
  return sources.some((name) =>
    read(placeOf(resource), 'Properties', name).some(({ value }) => value !== undefined),
  )
}

/** Whether the service itself refuses to delete it. */
function isGuarded(resource: ResourceView): boolean {
  return ['DeletionProtection', 'DeletionProtectionEnabled'].some((name) =>
    read(placeOf(resource), 'Properties', name).some(({ value }) => {
      const text = textIn(value)?.toLowerCase()
      return value !== undefined && text !== 'false' && text !== 'inactive'
    }),
  )
}
