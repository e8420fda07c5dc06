import type { ResourceView } from '../template-view.ts'
import { numberIn, textIn } from './literal.ts'
import { placeOf, read, type Place } from './place.ts'
import { both } from './when.ts'

/** A property of a target group with what AWS takes when it is left out. */
export interface Setting<T> {
  readonly place: Place
  readonly value: T
}

/** How a target group asks its targets for their health. */
export function protocolsOf(group: ResourceView): readonly Setting<string>[] {
  return read(placeOf(group), 'Properties', 'HealthCheckProtocol').flatMap((place) => {
    if (place.value !== undefined) return textSetting(place)
    return trafficOf(group).flatMap((traffic): readonly Setting<string>[] => {
      const when = both(place.when, traffic.place.when)
      const value = /^HTTPS?$/.test(traffic.value) ? 'HTTP' : 'TCP'
      return when === undefined ? [] : [{ place: { ...place, when }, value }]
    })
  })
}

/** What a target group sends to its targets. */
export function trafficOf(group: ResourceView): readonly Setting<string>[] {
  return read(placeOf(group), 'Properties', 'Protocol').flatMap(textSetting)
}

function textSetting(place: Place): readonly Setting<string>[] {
  const value = textIn(place.value)
  return value === undefined ? [] : [{ place, value }]
}

/** Seconds from one check to the next. */
export function intervalsOf(group: ResourceView): readonly Setting<number>[] {
  return read(placeOf(group), 'Properties', 'HealthCheckIntervalSeconds').flatMap((place) =>
    numberSetting(place, 30),
  )
}

/** A number, or the default when there is none; nothing when it is not known. */
export function numberSetting(place: Place, otherwise: number): readonly Setting<number>[] {
  const value = place.value === undefined ? otherwise : numberIn(place.value)
  return value === undefined ? [] : [{ place, value }]
}
