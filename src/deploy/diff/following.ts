import type { Template } from '../../model/template.ts'
import { updateBehaviour } from '../../spec/update-behaviour.ts'
import type { PlannedChange, PlannedProperty } from '../plan/plan.ts'
import { mentions } from './mentions.ts'
import { predictedChange } from './predicted-change.ts'

/** What refers to a replaced resource changes with it, and may be replaced in its turn. */
export function withFollowing(
  direct: readonly PlannedChange[],
  fresh: Template,
  sources: Readonly<Record<string, string>>,
): readonly PlannedChange[] {
  const all = new Map(direct.map((one) => [one.logicalId, one]))
  for (let queue = direct.filter(({ replacement }) => replacement !== 'no'); queue.length > 0;) {
    const names = new Set(queue.map(({ logicalId }) => logicalId))
    queue = []
    for (const [id, resource] of Object.entries(fresh.Resources)) {
      const known = all.get(id)
      if (known?.action === 'add' || known?.replacement === 'yes' || names.has(id)) continue
      const places = mentions(resource.Properties, names).filter(
        ({ path }) => !known?.properties.some((one) => one.path === ['Properties', ...path].join('.')),
      )
      if (places.length === 0) continue
      const properties = places.map(({ path, name }) => following(resource.Type, path, name))
      const mayReplace = properties.some(({ recreation }) => recreation !== 'no')
      const base = known ?? predictedChange('modify', id, resource, sources)
      const next = {
        ...base,
        replacement: mayReplace ? ('maybe' as const) : base.replacement,
        properties: [...base.properties, ...properties],
      }
      all.set(id, next)
      if (mayReplace && base.replacement === 'no') queue.push(next)
    }
  }
  return [...all.values()]
}

function following(type: string, path: readonly string[], name: string): PlannedProperty {
  const behaviour = updateBehaviour(type, path)
  return {
    path: ['Properties', ...path].join('.'),
    recreation: behaviour === 'updates' ? 'no' : 'maybe',
    afterUnknown: true,
    cause: `reference to ${name}`,
  }
}
