import type { Check } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'

const policies = [
  {
    code: 'E3035',
    field: 'DeletionPolicy',
    allowed: ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'],
  },
  { code: 'E3036', field: 'UpdateReplacePolicy', allowed: ['Delete', 'Retain', 'Snapshot'] },
] as const

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html */
const withSnapshots = new Set([
  'AWS::DocDB::DBCluster',
  'AWS::EC2::Volume',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
])

export const deletionPolicies: Check = {
  rules: [
    {
      code: 'E3035',
      level: 'error',
      title: 'DeletionPolicy and UpdateReplacePolicy are policies that exist, and that the type supports',
    },
  ],
  run({ resources }, report) {
    for (const { id, json, type } of resources.values()) {
      for (const { code, field, allowed } of policies) {
        const policy = json[field]
        const path = ['Resources', id, field]
        if (policy === undefined || typeof policy === 'object') continue
        if (!(allowed as readonly unknown[]).includes(policy)) {
          report({
            code,
            path,
            message: `"${String(policy)}" is no ${field}`,
            hint: suggestion(String(policy), allowed),
          })
        } else if (policy === 'Snapshot' && type.startsWith('AWS::') && !withSnapshots.has(type)) {
          report({ code, path, message: `${type} takes no snapshots`, hint: 'Use Retain or Delete' })
        }
      }
    }
  },
}
