import { elsewhere, placeOf, read, readItems, type Place } from '../wiring/place.ts'
import { both, type When } from '../wiring/when.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import type { TemplateView } from '../template-view.ts'
import { resourcesOf } from '../wiring/resources-of.ts'

/** The properties of the resources of these types, as places to read from. */
export function propertiesOf(template: TemplateView, ...types: readonly string[]): readonly Place[] {
  const [type] = types
  return types.length === 1
    ? propertiesByType(template)(type as string)
    : types.flatMap(propertiesByType(template))
}

const propertiesByType = oncePerTemplate((template) => {
  const known = new Map<string, readonly Place[]>()
  return (type: string): readonly Place[] => {
    const found =
      known.get(type) ??
      resourcesOf(template, type).flatMap((resource) => placesAt(placeOf(resource), 'Properties'))
    known.set(type, found)
    return found
  }
})

/**
 * What may stand at a path, a place for each branch of `Fn::If` on the way: `placesAt(properties, 'Policies.*.PolicyName')`. A key that
 * is not there is undefined; `*` stands for the items of a list. What is not known, behind a function, is left out.
 */
export function placesAt(from: Place, path: string): readonly Place[] {
  let places: readonly Place[] = [from]
  for (const [index, steps] of partsOf(path).entries()) {
    const [place] = places
    const isOne = places.length === 1 && place !== undefined
    const next = (one: Place): readonly Place[] =>
      // Before each part but the first stood a star.
      index === 0 ? read(one, ...steps) : readItems(one).flatMap((item) => read(item, ...steps))
    places = isOne ? next(place) : places.flatMap(next)
  }
  return places.some(({ value }) => value === elsewhere)
    ? places.filter(({ value }) => value !== elsewhere)
    : places
}

const parts = new Map<string, readonly (readonly string[])[]>()

/** The steps between the stars of a path, which are a few hundred of our own. */
function partsOf(path: string): readonly (readonly string[])[] {
  const known = parts.get(path)
  if (known !== undefined) return known
  const split = path.split('*').map((part) => part.split('.').filter((step) => step !== ''))
  parts.set(path, split)
  return split
}

/** The most combinations of branches that are looked at for one object. */
const most = 256

/** Values of one object that are there in the same cases. */
export interface Together {
  readonly places: readonly Place[]
  readonly when: When
}

/** What stands at some keys of an object, in every combination of branches that does not contradict itself. */
export function togetherAt(from: Place, ...keys: readonly string[]): readonly Together[] {
  const each = keys.map((key) => placesAt(from, key))
  if (each.every(([place, ...more]) => more.length === 0 && place?.when === from.when))
    return [{ places: each.map(([place]) => place as Place), when: from.when }]
  let found: readonly Together[] = [{ places: [], when: from.when }]
  for (const next of each) {
    const joined = found.flatMap(({ places, when }) =>
      next.flatMap((place): readonly Together[] => {
        const shared = both(when, place.when)
        return shared === undefined ? [] : [{ places: [...places, place], when: shared }]
      }),
    )
    found = joined.slice(0, most)
  }
  return found
}
