import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { numberIn, textIn } from '../../wiring/literal.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen, type When } from '../../wiring/when.ts'

export const cacheFailover: Check = {
  rules: [
    {
      code: 'E3026',
      level: 'error',
      title: 'A replication group in cluster mode fails over by itself, and has several nodes',
      help:
        'With "cluster-enabled" in its parameter group, ElastiCache wants automatic failover, and "NumNodeGroups" or more than one ' +
        '"NumCacheClusters".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
    },
  ],
  run(template, report) {
    for (const group of propertiesOf(template, 'AWS::ElastiCache::ReplicationGroup')) {
      for (const name of placesAt(group, 'CacheParameterGroupName')) {
        const mode = clusterMode(name, template)
        const wrong = mode && wrongPart(group, [name.when, mode], template)
        if (wrong === undefined) continue
        const message =
          wrong === 'NumCacheClusters'
            ? 'The cluster has a single node'
            : 'The cluster does not fail over by itself'
        report({ path: [...group.path, wrong], message })
      }
    }
  },
}

/** The cases in which a parameter group turns cluster mode on; undefined when it never does. */
function clusterMode(name: Place, template: TemplateView): When | undefined {
  const target = targetOf(name, template)
  const settings = target && placesAt(placeOf(target.resource), 'Properties.Properties.cluster-enabled')
  return settings?.find(({ value }) => value === 'yes')?.when
}

/** The property that does not go with cluster mode. */
function wrongPart(group: Place, cases: readonly When[], template: TemplateView): string | undefined {
  const keys = ['AutomaticFailoverEnabled', 'NumNodeGroups', 'NumCacheClusters']
  for (const { places, when } of togetherAt(group, ...keys)) {
    const [failover, groups, nodes] = places.map(({ value }) => value)
    const isSingle = groups === undefined && (nodes === undefined || (numberIn(nodes) ?? 2) <= 1)
    const hasFailover = textIn(failover)?.toLowerCase() !== 'false'
    if ((hasFailover && !isSingle) || !canHappen(template, [when, ...cases])) continue
    return hasFailover ? keys[2] : keys[0]
  }
  return undefined
}
