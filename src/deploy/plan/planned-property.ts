import type { ResourceChange, ResourceChangeDetail } from '../calls/client.ts'
import type { Mask } from '../secrets/mask.ts'
import { differences } from './differences.ts'

export interface PlannedProperty {
  /** Below the resource, for example `Properties.Tags.0.Value` or `Tags`. */
  readonly path: string
  readonly before?: string
  readonly after?: string
  /** True when the value is known only while deploying: it comes from a resource that changes too. */
  readonly afterUnknown?: true
  /** Why it changes besides the template itself: by a parameter, or through another resource. */
  readonly cause?: string
  readonly recreation: 'yes' | 'maybe' | 'no'
  /** In a drift-aware change set: what the resource has now, and what the last deployment gave it. */
  readonly drift?: { readonly actual?: string; readonly deployed?: string }
}

/** CloudFormation's words for a value that another change decides. */
export const unknownYet = '{{changeSet:KNOWN_AFTER_APPLY}}'

/** The properties that a change touches, each once, with values, causes and drift. */
export function plannedProperties(change: ResourceChange, mask: Mask): readonly PlannedProperty[] {
  const byPath = new Map<string, ResourceChangeDetail[]>()
  for (const detail of change.Details ?? []) {
    const path = pathOf(detail)
    byPath.set(path, [...(byPath.get(path) ?? []), detail])
  }
  return [...byPath].flatMap(([path, details]) => narrowed(plannedProperty(change, path, details, mask)))
}

/** CloudFormation lists a property once for each reason, and not each time with its values. */
function plannedProperty(
  change: ResourceChange,
  path: string,
  details: readonly ResourceChangeDetail[],
  mask: Mask,
): PlannedProperty {
  const targets = details.map(({ Target }) => Target ?? {})
  const causes = [...new Set(details.map(causeOf).filter((cause) => cause !== undefined))]
  const entities = details.map(({ CausingEntity }) => CausingEntity)
  const logicalId = change.LogicalResourceId ?? ''
  const show = (value: string) =>
    entities.reduce<string>((shown, cause) => mask(shown, { logicalId, path, cause }), value)
  const before =
    targets.find(({ BeforeValue }) => BeforeValue !== undefined)?.BeforeValue ??
    valueIn(change.BeforeContext, path)
  const after =
    targets.find(({ AfterValue }) => AfterValue !== undefined)?.AfterValue ??
    valueIn(change.AfterContext, path)
  const drift = targets.find(({ Drift }) => Drift !== undefined)?.Drift
  return {
    path,
    recreation: strongest(targets.map(({ RequiresRecreation }) => RequiresRecreation)),
    ...(before === undefined ? {} : { before: show(before) }),
    ...(after === unknownYet
      ? { afterUnknown: true as const }
      : after === undefined
        ? {}
        : { after: show(after) }),
    ...(causes.length === 0 ? {} : { cause: causes.join(', ') }),
    ...(drift === undefined
      ? {}
      : {
          drift: {
            ...(drift.ActualValue === undefined ? {} : { actual: show(drift.ActualValue) }),
            ...(drift.PreviousValue === undefined ? {} : { deployed: show(drift.PreviousValue) }),
          },
        }),
  }
}

function pathOf({ Target: { Path, Attribute, Name } = {} }: ResourceChangeDetail): string {
  return Path?.replace(/^\//, '').replaceAll('/', '.') || (Name ? `${Attribute}.${Name}` : (Attribute ?? ''))
}

function strongest(all: readonly (string | undefined)[]): PlannedProperty['recreation'] {
  return all.includes('Always') ? 'yes' : all.includes('Conditionally') ? 'maybe' : 'no'
}

function causeOf({ ChangeSource, CausingEntity }: ResourceChangeDetail): string | undefined {
  if (ChangeSource === 'ParameterReference') return `parameter ${CausingEntity}`
  if (ChangeSource === 'ResourceReference') return `reference to ${CausingEntity}`
  if (ChangeSource === 'ResourceAttribute') return `attribute ${CausingEntity}`
  return undefined
}

/** A value in a resource's context, which CloudFormation gives as JSON. */
function valueIn(context: string | undefined, path: string): string | undefined {
  let value = parsed(context)
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
  }
  return value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value)
}

/** A document that changes in places, such as a policy, is shown by these places. */
function narrowed(property: PlannedProperty): readonly PlannedProperty[] {
  const before = parsed(property.before)
  const after = parsed(property.after)
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return [property]
  const { before: _before, after: _after, ...rest } = property
  const inside = differences(before, after)
  if (inside.length === 0) return [property]
  return inside.map((one) => ({
    ...rest,
    path: [property.path, ...one.path].join('.'),
    ...(one.before === undefined ? {} : { before: textOf(one.before) }),
    ...(one.after === undefined ? {} : { after: textOf(one.after) }),
  }))
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function parsed(text: string | undefined): unknown {
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
