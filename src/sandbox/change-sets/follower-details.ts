import { updateBehaviour } from '../../spec/update-behaviour.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import type { PropertyChange } from '../types/compare-properties.ts'
import type { PlannedDetail } from './planned-change.ts'
import type { Planning } from './planning.ts'
import { referencesIn } from './references-in.ts'

/**
 * Properties that read attributes of resources that change in place: the attributes may change too. CloudFormation tells so only without
 * property values; with them it compares the values, which stay.
 */
export function followerDetails(
  plan: Planning,
  { type, properties }: ProcessedResource,
  changed: readonly PropertyChange[],
): readonly PlannedDetail[] {
  const told = new Set(changed.map(({ path }) => path[0]))
  return Object.entries(properties).flatMap(([name, value]) => {
    if (told.has(name)) return []
    return referencesIn(value).flatMap((reference): readonly PlannedDetail[] => {
      const { attribute } = reference
      if (attribute === undefined || plan.changes.get(reference.name)?.action !== 'Modify') return []
      return [
        {
          attribute: 'Properties',
          name,
          recreation: recreationOf(type, name),
          evaluation: 'Dynamic',
          source: 'ResourceAttribute',
          cause: `${reference.name}.${attribute}`,
          only: 'without values',
        },
      ]
    })
  })
}

function recreationOf(type: string, name: string): PlannedDetail['recreation'] {
  const behaviour = updateBehaviour(type, [name])
  return behaviour === 'replaces' ? 'Always' : behaviour === 'may replace' ? 'Conditionally' : 'Never'
}
