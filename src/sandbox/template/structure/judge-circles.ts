import { isObject } from '../../../validate/json.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { referencesOf } from './references.ts'
import { sectionOf } from './section-of.ts'

/** Throws when resources wait for each other, or for themselves, whatever the conditions. */
export function judgeCircles(template: JsonObject): void {
  const resources = sectionOf(template, 'Resources')
  const graph = new Map<string, ReadonlySet<string>>()
  for (const [id, one] of Object.entries(resources)) {
    if (!isObject(one) || one['Condition'] !== undefined) continue
    const explicit = [one['DependsOn'] ?? []].flat().map(String)
    graph.set(id, new Set([...referencesOf(one, 'Resources').certain, ...explicit]))
  }
  refuseCircles(graph)
}

/**
 * Throws when what depends on each other cannot be brought into an order. Names all that have no place in it: those in the circle, and
 * those that wait for it.
 */
export function refuseCircles(graph: ReadonlyMap<string, ReadonlySet<string>>): void {
  const left = new Map(
    [...graph].map(([id, before]) => [id, new Set([...before].filter((one) => graph.has(one)))]),
  )
  const after = new Map<string, string[]>()
  for (const [id, before] of left)
    for (const one of before) {
      const waiting = after.get(one) ?? []
      waiting.push(id)
      after.set(one, waiting)
    }
  const ready = [...left].filter(([, before]) => before.size === 0).map(([id]) => id)
  for (const id of ready) {
    left.delete(id)
    for (const next of after.get(id) ?? []) {
      left.get(next)?.delete(id)
      if (left.get(next)?.size === 0) ready.push(next)
    }
  }
  if (left.size > 0)
    throw validationError(`Circular dependency between resources: [${[...left.keys()].join(', ')}]`)
}
