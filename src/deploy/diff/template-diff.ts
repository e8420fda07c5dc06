import type { Template, TemplateResource } from '../../model/template.ts'
import { isStateful } from '../../spec/stateful.ts'
import { updateBehaviour, type UpdateBehaviour } from '../../spec/update-behaviour.ts'
import { accessChange } from '../plan/access-change.ts'
import { countsOf } from '../plan/planned-change.ts'
import { differences, isEqual, type Difference } from '../plan/differences.ts'
import {
  isRisky,
  type AccessChange,
  type Plan,
  type PlannedChange,
  type PlannedProperty,
} from '../plan/plan.ts'
import { deletionFate } from '../operations/deletion-fate.ts'
import { withFollowing } from './following.ts'
import { normalised } from './normalised.ts'
import { predictedChange, textOf } from './predicted-change.ts'
import { sectionDifferences } from './section-differences.ts'

/** How two templates differ, and what an update from one to the other would do, as far as the specification tells. */
export interface TemplateDiff {
  /** In the words of a plan; replacement is predicted. */
  readonly changes: readonly PlannedChange[]
  readonly access: readonly AccessChange[]
  /** Differences outside of resources, for example `Outputs.Url.Value`. */
  readonly sections: readonly PlannedProperty[]
  /** Resources that seem to have a new logical id only, which replaces them. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[]
  readonly counts: Plan['counts']
}

type Sources = Readonly<Record<string, string>>

/** Compares two templates, property by property. Pure. */
export function templateDiff(before: Template, after: Template, sources: Sources = {}): TemplateDiff {
  const old = normalised(before)
  const fresh = normalised(after)
  const direct = directChanges(old, fresh, sources)
  const changes = withFollowing(direct, fresh, sources)
  const risky = changes.filter(isRisky)
  return {
    changes: [...risky, ...changes.filter((change) => !isRisky(change))],
    access: direct.flatMap((change) => accessOf(change, old, fresh) ?? []),
    sections: sectionDifferences(old, fresh),
    renamed: renamedResources(direct, old, fresh),
    counts: countsOf(changes),
  }
}

function directChanges(old: Template, fresh: Template, sources: Sources): readonly PlannedChange[] {
  const ids = [...new Set([...Object.keys(fresh.Resources), ...Object.keys(old.Resources)])]
  return ids.flatMap((id) => {
    const [was, is] = [old.Resources[id], fresh.Resources[id]]
    if (was === undefined && is !== undefined) return [predictedChange('add', id, is, sources)]
    if (was !== undefined && is === undefined)
      return [
        {
          ...predictedChange('remove', id, was, sources),
          policyAction: capital(deletionFate(was.Type, was)),
        },
      ]
    if (was === undefined || is === undefined || isEqual(was, is)) return []
    return [modified(id, was, is, sources)]
  })
}

function modified(id: string, was: TemplateResource, is: TemplateResource, sources: Sources): PlannedChange {
  const properties = differences(was, is).map((one) => property(is.Type, one))
  const isOther = was.Type !== is.Type
  const replacement =
    isOther || properties.some(({ recreation }) => recreation === 'yes')
      ? 'yes'
      : properties.some(({ recreation }) => recreation === 'maybe')
        ? 'maybe'
        : 'no'
  const made = predictedChange(replacement === 'yes' ? 'replace' : 'modify', id, is, sources)
  return {
    ...made,
    replacement,
    stateful: made.stateful || isStateful(was.Type),
    ...(replacement === 'no' ? {} : { policyAction: `ReplaceAnd${replacedFate(was, is)}` }),
    properties,
  }
}

function property(type: string, { path, before, after }: Difference): PlannedProperty {
  const inside = path[0] === 'Properties' && path.length > 1
  const behaviour: UpdateBehaviour = inside ? updateBehaviour(type, path.slice(1)) : 'updates'
  return {
    path: path.join('.'),
    recreation: behaviour === 'replaces' ? 'yes' : behaviour === 'updates' ? 'no' : 'maybe',
    ...(behaviour === 'unknown' ? { cause: 'the specification does not know this type' } : {}),
    ...(path.join('.') === 'Type'
      ? { cause: 'CloudFormation refuses another type under the same logical id' }
      : {}),
    ...(before === undefined ? {} : { before: textOf(before) }),
    ...(after === undefined ? {} : { after: textOf(after) }),
  }
}

function accessOf(
  { logicalId, source }: PlannedChange,
  old: Template,
  fresh: Template,
): AccessChange | undefined {
  const [was, is] = [old.Resources[logicalId], fresh.Resources[logicalId]]
  const context = (resource: TemplateResource | undefined) =>
    JSON.stringify({ Properties: resource?.Properties ?? {} })
  return accessChange(
    {
      Action: was === undefined ? 'Add' : is === undefined ? 'Remove' : 'Modify',
      LogicalResourceId: logicalId,
      ResourceType: (is ?? was)?.Type,
      BeforeContext: context(was),
      AfterContext: context(is),
    },
    { source },
  )
}

function renamedResources(
  changes: readonly PlannedChange[],
  old: Template,
  fresh: Template,
): readonly { readonly from: string; readonly to: string }[] {
  const gone = changes.filter(({ action }) => action === 'remove')
  return changes
    .filter(({ action }) => action === 'add')
    .flatMap(({ logicalId: to }) => {
      const from = gone.find(({ logicalId }) => isEqual(old.Resources[logicalId], fresh.Resources[to]))
      return from === undefined ? [] : [{ from: from.logicalId, to }]
    })
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** AWS does not say which template's policy counts in an update that changes it: the worse one is foretold. */
function replacedFate(
  { UpdateReplacePolicy: was }: TemplateResource,
  { UpdateReplacePolicy: is }: TemplateResource,
): string {
  return was === is && (is === 'Retain' || is === 'Snapshot') ? is : 'Delete'
}
