import type { ProcessedResource } from '../template/processed-template.ts'
import type { PropertyChange } from '../types/compare-properties.ts'
import type { JsonObject } from '../world.ts'
import { detailsTold, replacementBy, type PlannedDetail } from './planned-change.ts'
import type { Planning } from './planning.ts'
import { referencesIn, type Reference } from './references-in.ts'
import { isWrittenAlike, writtenAt } from './written-at.ts'

interface Differing {
  readonly wanted: ProcessedResource
  readonly changed: readonly PropertyChange[]
  /** Both sides with secrets hidden. */
  readonly shown: { readonly before: JsonObject; readonly after: JsonObject }
}

/** Why properties change, each place with its values. */
export function propertyDetails(plan: Planning, { wanted, changed, shown }: Differing): PlannedDetail[] {
  return changed.flatMap((one) => {
    const place: Place = {
      attribute: 'Properties',
      name: one.path[0],
      path: `/Properties/${one.path.join('/')}`,
      recreation: one.recreation,
      change: one.before === undefined ? 'Add' : one.after === undefined ? 'Remove' : 'Modify',
      before: textOf(writtenAt(shown.before, one.path)),
      after: textOf(writtenAt(shown.after, one.path)),
    }
    return reasons(plan, wanted, one.path).map((reason) => ({ ...place, ...reason }))
  })
}

type Reason = Pick<PlannedDetail, 'evaluation' | 'source' | 'cause' | 'only'>
type Place = Omit<PlannedDetail, keyof Reason>

const direct: Reason = { evaluation: 'Static', source: 'DirectModification' }

/**
 * A value whose text stays changes because of what it refers to: CloudFormation names that, and adds that it works the value out by a function.
 * Anything else was modified directly.
 */
function reasons(plan: Planning, wanted: ProcessedResource, path: readonly string[]): readonly Reason[] {
  const written = writtenAt(wanted.properties, path)
  const causes = referencesIn(written).flatMap((reference) => causeOf(plan, reference))
  const old = plan.before?.resource(wanted.logicalId)?.properties
  if (!isWrittenAlike(writtenAt(old, path), written)) return [...causes, direct]
  if (causes.length === 0) return [direct]
  const byParameter = causes.some(({ source }) => source === 'ParameterReference')
  const worked: Reason = { evaluation: 'Dynamic', source: 'DirectModification' }
  return [...causes, byParameter ? worked : { ...worked, only: 'with values' }]
}

function causeOf(plan: Planning, { name, attribute }: Reference): readonly Reason[] {
  if (plan.changedParameters.has(name))
    return [{ evaluation: 'Static', source: 'ParameterReference', cause: name }]
  const change = plan.changes.get(name)
  if (change?.action !== 'Modify') return []
  const replacement = replacementBy(detailsTold(change, true))
  const isNested = change.type === 'AWS::CloudFormation::Stack'
  if (replacement === 'False' && !(isNested && attribute !== undefined)) return []
  return [
    {
      evaluation: replacement === 'True' ? 'Static' : 'Dynamic',
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
