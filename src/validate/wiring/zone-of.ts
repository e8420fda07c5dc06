import { isObject, onlyKey } from '../json.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { textIn } from './literal.ts'
import { elsewhere, placeOf, read, type Place } from './place.ts'
import { targetOf } from './target.ts'
import { textParts } from './text-parts.ts'
import { both, type When } from './when.ts'

/** The availability zone of a subnet in some cases. */
export interface Zone {
  /** Equal for zones that are surely the same; undefined when nothing is known, or AWS chooses. */
  readonly key: string | undefined
  /** Whether neither a zone nor an id of one is given, so that AWS chooses. */
  readonly isLeftToAws: boolean
  readonly shown: string
  readonly when: When
}

/** Where a subnet of the template may lie. */
export function zonesOf(subnet: ResourceView, template: TemplateView): readonly Zone[] {
  const known = zones(template).get(subnet) ?? findZones(subnet, template)
  zones(template).set(subnet, known)
  return known
}

const zones = oncePerTemplate((_: TemplateView) => new Map<ResourceView, readonly Zone[]>())

function findZones(subnet: ResourceView, template: TemplateView): readonly Zone[] {
  return read(placeOf(subnet), 'Properties', 'AvailabilityZone').flatMap((zone) =>
    zone.value === undefined ? zonesById(subnet, zone.when) : toZones(zone, template),
  )
}

function zonesById(subnet: ResourceView, when: When): readonly Zone[] {
  return read(placeOf(subnet), 'Properties', 'AvailabilityZoneId').flatMap((id) => {
    const together = both(when, id.when)
    if (together === undefined) return []
    const key = id.value === undefined || id.value === elsewhere ? undefined : `id:${keyOf(id.value)}`
    return [{ key, isLeftToAws: id.value === undefined, shown: shownAs(id.value), when: together }]
  })
}

function toZones(zone: Place, template: TemplateView): readonly Zone[] {
  const { value, when } = zone
  const target = targetOf(zone, template)
  // The zone of another subnet.
  if (target?.attribute === 'AvailabilityZone' && target.resource.type === 'AWS::EC2::Subnet') {
    const known = read(placeOf(target.resource), 'Properties', 'AvailabilityZone')
    return known.flatMap((other) => {
      const together = both(target.when, other.when)
      const own = other.value === undefined ? value : other.value
      return together === undefined ? [] : [toZone(own, together)]
    })
  }
  return [toZone(value, when)]
}

function toZone(value: unknown, when: When): Zone {
  const isKnown = value !== elsewhere && !(typeof value === 'string' && textIn(value) === undefined)
  return { key: isKnown ? keyOf(value) : undefined, isLeftToAws: false, shown: shownAs(value), when }
}

/** The same text for expressions that come out the same in one stack: `Fn::Sub` or `Fn::Join`, index as number or text. */
function keyOf(value: unknown): string {
  const parts = textParts(value).map((part) => (typeof part === 'string' ? part : { call: plain(part.call) }))
  return JSON.stringify(parts)
}

function plain(value: unknown): unknown {
  const call = onlyKey(value)
  const argument = isObject(value) && call !== undefined ? value[call] : undefined
  if (call === 'Fn::Select' && Array.isArray(argument))
    return { [call]: [String(argument[0]), plain(argument[1])] }
  const isOwnRegion = argument === '' || (isObject(argument) && argument['Ref'] === 'AWS::Region')
  return call === 'Fn::GetAZs' && isOwnRegion ? { [call]: '' } : value
}

function shownAs(value: unknown): string {
  if (value === elsewhere || value === undefined) return 'a zone that is not known here'
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
}

/** Whether a zone, as text, is a local or wavelength zone: `us-west-2-lax-1a`. */
export function isLocalZone(shown: string): boolean {
  return /^"[a-z]{2}(-[a-z]+)+-\d-.+"$/.test(shown)
}
