import { always, both, type When } from './when.ts'
import type { Place } from './place.ts'

/** Places that are there at the same time, one of each list. */
export interface Combination {
  readonly places: readonly Place[]
  readonly when: When
}

/** More than this are not looked at, so that no template takes long. */
const most = 64

/** What may stand in several places at once: one of each list, those left out that exclude each other. Undefined when there are too many. */
export function combinations(...lists: readonly (readonly Place[])[]): readonly Combination[] | undefined {
  if (lists.every((list) => list.length === 1 && list[0]?.when.size === 0))
    return [{ places: lists.map(([place]) => place as Place), when: always }]
  let found: readonly Combination[] = [{ places: [], when: always }]
  for (const list of lists) {
    const next: Combination[] = []
    for (const { places, when } of found) {
      for (const place of list) {
        const together = both(when, place.when)
        if (together === undefined) continue
        if (next.length === most) return undefined
        next.push({ places: [...places, place], when: together })
      }
    }
    found = next
  }
  return found
}
