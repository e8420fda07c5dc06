import type { ProcessedResource } from '../template/processed-template.ts'
import { replaces, type PropertyChange } from '../types/compare-properties.ts'
import type { JsonObject } from '../world.ts'
import { detailsTold, replacementBy, type PlannedDetail } from './planned-change.ts'
import { isMadeAnew, type Planning } from './planning.ts'
import { referencesIn, type Reference } from './references-in.ts'
import { isTags, shownPath } from './shown-path.ts'
import { isWrittenAlike, writtenAt } from './written-at.ts'

interface Differing {
  readonly wanted: ProcessedResource
  readonly changed: readonly PropertyChange[]
  /** Both sides with secrets hidden. */
  readonly shown: { readonly before: JsonObject; readonly after: JsonObject }
}

/** Why properties change, each place with its values. */
export function propertyDetails(plan: Planning, { wanted, changed, shown }: Differing): PlannedDetail[] {
  const { type } = wanted
  const places = new Map<string, PropertyChange[]>()
  for (const one of changed) {
    const path = JSON.stringify(shownPath(type, one.path))
    places.set(path, [...(places.get(path) ?? []), one])
  }
  return [...places].flatMap(([text, inside]) => {
    const path = JSON.parse(text) as string[]
    const before = textOf(writtenAt(shown.before, path))
    const after = textOf(writtenAt(shown.after, path))
    const place: Place = {
      ...(isTags(type, path) ? { attribute: 'Tags' } : { attribute: 'Properties', name: path[0] }),
      path: `/Properties/${path.join('/')}`,
      recreation: replaces(inside),
      change: before === undefined ? 'Add' : after === undefined ? 'Remove' : 'Modify',
      before,
      after,
    }
    const isWhole = inside.some((one) => one.path.length > path.length)
    return reasons(plan, wanted, { path, isWhole }).map((reason) => ({ ...place, ...reason }))
  })
}

type Reason = Pick<PlannedDetail, 'evaluation' | 'source' | 'cause' | 'only'>
type Place = Omit<PlannedDetail, keyof Reason>

const direct: Reason = { evaluation: 'Static', source: 'DirectModification' }

/**
 * A value whose text stays changes because of what it refers to: CloudFormation names that, and adds that it works the value out by a function. Where
 * it reverts drift, it does not add that, and names nothing within documents. Anything else was modified directly.
 */
function reasons(
  plan: Planning,
  wanted: ProcessedResource,
  { path, isWhole }: { readonly path: readonly string[]; readonly isWhole: boolean },
): readonly Reason[] {
  const written = writtenAt(wanted.properties, path)
  const causes = referencesIn(written).flatMap((reference) => causeOf(plan, reference))
  const old = plan.before?.resource(wanted.logicalId)?.properties
  if (!isWrittenAlike(writtenAt(old, path), written)) return [...causes, direct]
  const { revertDrift } = plan.options
  if (causes.length === 0 || (revertDrift && isWhole)) return [direct]
  if (revertDrift) return causes
  const byParameter = causes.some(({ source }) => source === 'ParameterReference')
  const worked: Reason = { evaluation: 'Dynamic', source: 'DirectModification' }
  return [...causes, byParameter ? worked : { ...worked, only: 'with values' }]
}

function causeOf(plan: Planning, { name, attribute }: Reference): readonly Reason[] {
  if (plan.changedParameters.has(name))
    return [{ evaluation: 'Static', source: 'ParameterReference', cause: name }]
  const change = plan.changes.get(name)
  const wasThere = change?.action === 'Modify' || change?.drift?.status === 'DELETED'
  if (change === undefined || !wasThere) return []
  const isOpenOutput = change.type === 'AWS::CloudFormation::Stack' && attribute !== undefined
  if (!isMadeAnew(change) && !isOpenOutput) return []
  const isSure = change.action === 'Add' || replacementBy(detailsTold(change, true)) === 'True'
  return [
    {
      evaluation: isSure ? 'Static' : 'Dynamic',
      ...(attribute === undefined
        ? { source: 'ResourceReference', cause: name }
        : { source: 'ResourceAttribute', cause: `${name}.${attribute}` }),
    },
  ]
}

/** A value as details give it: text as it is, other things as JSON. */
export function textOf(value: unknown): string | undefined {
  return value === undefined || typeof value === 'string' ? value : JSON.stringify(value)
}
