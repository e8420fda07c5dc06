import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { isCheckable } from '../drift/check-resource.ts'
import { spokenOf } from '../drift/differences.ts'
import { readProperties } from '../types/read-properties.ts'
import { compareProperties, type PropertyChange } from '../types/compare-properties.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { context } from './contexts.ts'
import type { PlannedDetail, PlannedDrift } from './planned-change.ts'
import { liveOfState, type Planning } from './planning.ts'
import { propertyDetails, textOf } from './property-details.ts'
import { writtenAt } from './written-at.ts'

/** A resource from three sides: as the last deployment left it, as it is, and as the template wants it. */
export interface ThreeSides {
  readonly state: ResourceState
  readonly wanted: ProcessedResource
  readonly after: JsonObject
  /** Before and after with secrets hidden. */
  readonly shown: { readonly before: JsonObject; readonly after: JsonObject }
}

/** How a resource is now, compared with what the last deployment left. */
export function driftOf(plan: Planning, sides: ThreeSides): PlannedDrift {
  const { state, shown } = sides
  const ignored = unread(state.type).filter((name) => Object.hasOwn(state.properties, name))
  const rest = ignored.length === 0 ? {} : { ignored }
  if (!isCheckable(state)) return { status: 'UNSUPPORTED', ...rest }
  const previous = context(shown.before, plan.before?.resource(state.logicalId))
  const actual = actualOf(plan, sides)
  if (actual === undefined) return { status: 'DELETED', previous, ...rest }
  const isMoved =
    compareProperties(state.type, spoken(state, sides.after, state.properties), actual).length > 0
  return { status: isMoved ? 'MODIFIED' : 'IN_SYNC', previous, ...rest }
}

/**
 * What has to change of what really is there. Where the template wants what is there already, only CloudFormation's own view of the
 * resource changes.
 */
export function driftedDetails(plan: Planning, sides: ThreeSides): readonly PlannedDetail[] {
  const { state, wanted, after, shown } = sides
  const { type, properties } = state
  const actual = actualOf(plan, sides) ?? {}
  const moved = pathsOf(compareProperties(type, properties, actual))
  const toChange = compareProperties(type, actual, after)
  const open = pathsOf(toChange)
  const details = propertyDetails(plan, { wanted, changed: toChange, shown: { ...shown, before: actual } })
  const reverted = details.map((detail): PlannedDetail => {
    const path = detail.path?.slice('/Properties/'.length) ?? ''
    if (!moved.has(path)) return detail
    const previous = textOf(writtenAt(shown.before, path.split('/')))
    return { ...detail, drift: { actual: detail.before, previous } }
  })
  const synced = compareProperties(type, properties, after).filter(
    ({ path }) => moved.has(path.join('/')) && !open.has(path.join('/')),
  )
  return [...reverted, ...synced.map(inSync)]
}

/** What is really there of what the stack or the template speaks of; what cannot be read is as the last deployment left it. */
function actualOf(plan: Planning, { state, after }: ThreeSides): JsonObject | undefined {
  const live = liveOfState(plan, state)
  return live && spoken(state, after, readProperties(live))
}

function spoken({ type, properties }: ResourceState, after: JsonObject, found: JsonObject): JsonObject {
  const actual = { ...spokenOf(found, properties, after) }
  for (const name of unread(type)) {
    if (Object.hasOwn(properties, name)) actual[name] = properties[name]
    else delete actual[name]
  }
  return actual
}

/** Properties that a service never tells. */
function unread(type: string): readonly string[] {
  return [...new Set((typeCatalog().facts(type).writeOnly ?? []).map((path) => path.split('/')[0] ?? ''))]
}

function pathsOf(changes: readonly PropertyChange[]): ReadonlySet<string> {
  return new Set(changes.map(({ path }) => path.join('/')))
}

function inSync({ path, before, after }: PropertyChange): PlannedDetail {
  return {
    attribute: 'Properties',
    name: path[0],
    path: `/Properties/${path.join('/')}`,
    recreation: 'Never',
    evaluation: 'Static',
    source: 'NoModification',
    change: 'SyncWithActual',
    before: textOf(after),
    after: textOf(after),
    drift: { actual: textOf(after), previous: textOf(before) },
  }
}
