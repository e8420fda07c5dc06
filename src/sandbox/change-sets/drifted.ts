import { compareProperties, type PropertyChange } from '../types/compare-properties.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { context } from './contexts.ts'
import type { PlannedDetail, PlannedDrift } from './planned-change.ts'
import { liveOfState, type Planning } from './planning.ts'
import { propertyDetails, textOf } from './property-details.ts'
import { isWrittenAlike, writtenAt } from './written-at.ts'

/** How a resource is now, compared with what the last deployment left; undefined when it is as it was. */
export function driftOf(
  plan: Planning,
  state: ResourceState,
  previous: JsonObject,
): PlannedDrift | undefined {
  const live = liveOfState(plan, state)
  const was = context(previous, plan.before?.resource(state.logicalId))
  if (live === undefined) return { status: 'DELETED', previous: was }
  return compareProperties(state.type, state.properties, given(live.properties, state.properties)).length > 0
    ? { status: 'MODIFIED', previous: was }
    : undefined
}

/**
 * Three sides: what the resource has, what the last deployment gave it, and what the template wants. Where the template wants what is there already,
 * only CloudFormation's own view changes.
 */
export function driftedDetails(
  plan: Planning,
  {
    wanted,
    state,
    after,
    shown,
    changed,
  }: {
    readonly wanted: ProcessedResource
    readonly state: ResourceState
    readonly after: JsonObject
    readonly shown: { readonly before: JsonObject; readonly after: JsonObject }
    readonly changed: readonly PropertyChange[]
  },
): readonly PlannedDetail[] {
  const actual = given(liveOfState(plan, state)?.properties ?? {}, state.properties)
  const drifted = compareProperties(state.type, state.properties, actual)
  const toChange = compareProperties(state.type, actual, after)
  const details = propertyDetails(plan, { wanted, changed: toChange, shown: { ...shown, before: actual } })
  const pathOf = ({ path }: PropertyChange): string => path.join('/')
  const moved = new Set(drifted.map(pathOf))
  const open = new Set(toChange.map(pathOf))
  const synced = changed.filter((one) => moved.has(pathOf(one)) && !open.has(pathOf(one)))
  const withDrift = details.map((detail): PlannedDetail => {
    const path = detail.path?.slice('/Properties/'.length).split('/') ?? []
    const isMoved = moved.has(path.join('/'))
    return isMoved
      ? { ...detail, drift: { actual: detail.before, previous: textOf(writtenAt(shown.before, path)) } }
      : detail
  })
  return [...withDrift, ...synced.map((one) => inSync(one))]
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

/** The properties that a template speaks of: the others are the service's own. */
function given(live: JsonObject, asked: JsonObject): JsonObject {
  const all = Object.entries(live).filter(([name]) => Object.hasOwn(asked, name))
  return isWrittenAlike(live, asked) ? asked : Object.fromEntries(all)
}
