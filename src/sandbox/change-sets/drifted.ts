import { isCheckable } from '../drift/check-resource.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import { compareProperties, type PropertyChange } from '../types/compare-properties.ts'
import type { JsonObject, ResourceState } from '../world.ts'
import { actualSide, hiddenAlike, unreadOf } from './actual-side.ts'
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

/** How a resource is, and what has to change of what is really there. */
export interface Drifted {
  readonly drift: PlannedDrift
  /** What is really there, with secrets hidden. */
  readonly actual: JsonObject
  readonly details: readonly PlannedDetail[]
}

/** Compares a resource from its three sides; undefined when what is there cannot be compared. */
export function drifted(plan: Planning, sides: ThreeSides): Drifted | undefined {
  const { state, wanted, after, shown } = sides
  const { type, properties } = state
  if (!isCheckable(state)) return undefined
  const ignored = unreadOf(type, properties)
  const previous = context(shown.before, plan.before?.resource(state.logicalId))
  const live = liveOfState(plan, state)
  if (live === undefined)
    return { drift: { status: 'DELETED', previous, ignored: [] }, actual: {}, details: [] }
  const actual = actualSide(live, { deployed: properties, wanted: after })
  const moved = compareProperties(type, properties, actual)
  const visible = hiddenAlike(actual, properties, shown.before) as JsonObject
  const toChange = compareProperties(type, actual, after)
  const reverted = propertyDetails(plan, { wanted, changed: toChange, shown: { ...shown, before: visible } })
  const details = [
    ...reverted.map((detail) => withDrift(detail, moved, shown.before)),
    ...synced(compareProperties(type, properties, after), moved, toChange),
  ]
  const drift: PlannedDrift =
    moved.length > 0 ? { status: 'MODIFIED', previous, ignored } : { status: 'IN_SYNC', ignored }
  return { drift, actual: visible, details }
}

function withDrift(
  detail: PlannedDetail,
  moved: readonly PropertyChange[],
  deployed: JsonObject,
): PlannedDetail {
  const path = detail.path?.slice('/Properties/'.length) ?? ''
  const isMoved = moved.some((one) => `${one.path.join('/')}/`.startsWith(`${path}/`))
  if (!isMoved) return detail
  return {
    ...detail,
    drift: { actual: detail.before, previous: textOf(writtenAt(deployed, path.split('/'))) },
  }
}

/** Where the template wants what is there already, only CloudFormation's own view of the resource changes. */
function synced(
  changed: readonly PropertyChange[],
  moved: readonly PropertyChange[],
  toChange: readonly PropertyChange[],
): readonly PlannedDetail[] {
  const pathsOf = (changes: readonly PropertyChange[]) => new Set(changes.map(({ path }) => path.join('/')))
  const [away, open] = [pathsOf(moved), pathsOf(toChange)]
  return changed
    .filter(({ path }) => away.has(path.join('/')) && !open.has(path.join('/')))
    .map(({ path, before, after }) => ({
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
    }))
}
