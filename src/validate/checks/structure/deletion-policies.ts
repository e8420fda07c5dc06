import type { Check } from '../../check.ts'
import { judgeAs } from '../../shapes/judge-as.ts'

const policies = [
  { code: 'E3035', field: 'DeletionPolicy', allowed: ['Delete', 'Retain', 'RetainExceptOnCreate'] },
  { code: 'E3036', field: 'UpdateReplacePolicy', allowed: ['Delete', 'Retain'] },
] as const

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html'

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
      title: 'DeletionPolicy is a policy that exists, and that the type supports',
      help: 'Delete, Retain or RetainExceptOnCreate; Snapshot for volumes, databases and caches only. Other functions than Ref, Sub, Select, FindInMap and If are not evaluated there.',
      source,
    },
    {
      code: 'E3036',
      level: 'error',
      title: 'UpdateReplacePolicy is a policy that exists, and that the type supports',
      help: 'Delete or Retain; Snapshot for volumes, databases and caches only. Other functions than Ref, Sub, Select, FindInMap and If are not evaluated there.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html',
    },
  ],
  run(template, report) {
    for (const { id, json, type } of template.resources.values()) {
      for (const { code, field, allowed } of policies) {
        if (json[field] === undefined) continue
        const shape = {
          functions: ['Fn::Sub', 'Fn::Select', 'Fn::FindInMap', 'Fn::If', 'Ref'],
          kinds: ['string'] as const,
          among: withSnapshots.has(type) || !type.startsWith('AWS::') ? [...allowed, 'Snapshot'] : allowed,
        }
        judgeAs({ other: code }, json[field], shape, ['Resources', id, field], { template, report })
      }
    }
  },
}
