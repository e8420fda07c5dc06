import type { Template } from '../model/template.ts'
import type { Change, DescribeChangeSetOutput, ResourceChangeDetail } from './client.ts'
import { maskFor, type Mask } from './mask.ts'
import type { Operation } from './request.ts'
import { isStateful } from '../spec/stateful.ts'

/** What a deployment will do, read from its change set. */
export interface Plan {
  readonly stackName: string
  readonly operation: Operation
  readonly changeSet: string
  /** Stateful replacements and removals first, then in CloudFormation's order. */
  readonly changes: readonly PlannedChange[]
  readonly counts: Readonly<Record<PlannedAction, number>>
}

export type PlannedAction = 'add' | 'modify' | 'replace' | 'remove' | 'import' | 'sync'

export interface PlannedChange {
  readonly action: PlannedAction
  readonly logicalId: string
  readonly type: string
  readonly physicalId?: string
  /** `file:line` of the code that made the resource. */
  readonly source?: string
  /** `maybe`: CloudFormation knows only while it deploys. */
  readonly replacement: 'yes' | 'maybe' | 'no'
  readonly stateful: boolean
  /** What becomes of the old resource, as CloudFormation calls it: `Delete`, `Retain`, `Snapshot` and combinations. */
  readonly policyAction?: string
  readonly properties: readonly PlannedProperty[]
}

export interface PlannedProperty {
  /** Below the resource, for example `Properties.Tags.0.Value` or `Tags`. */
  readonly path: string
  readonly before?: string
  readonly after?: string
  /** Why it changes: in the template, by a parameter, or through another resource. */
  readonly cause?: string
  readonly recreation: 'yes' | 'maybe' | 'no'
}

export interface PlanContext {
  readonly operation: Operation
  readonly template: Template
  readonly sources?: Readonly<Record<string, string>> | undefined
  /** Values that must not be shown. */
  readonly secrets: readonly string[]
}

/** Makes the plan of a described change set. Pure. */
export function planOf(description: DescribeChangeSetOutput, context: PlanContext): Plan {
  const mask = maskFor(context.template, context.secrets)
  const changes = (description.Changes ?? [])
    .filter(({ ResourceChange }) => ResourceChange !== undefined)
    .map((change) => plannedChange(change, context, mask))
  const risky = changes.filter(isRisky)
  return {
    stackName: description.StackName ?? '',
    operation: context.operation,
    changeSet: description.ChangeSetId ?? description.ChangeSetName ?? '',
    changes: [...risky, ...changes.filter((change) => !isRisky(change))],
    counts: countsOf(changes),
  }
}

/** True for changes that may lose data. */
export function isRisky(change: PlannedChange): boolean {
  return change.stateful && (change.action === 'remove' || change.replacement !== 'no')
}

function plannedChange(
  { ResourceChange: change = {} }: Change,
  context: PlanContext,
  mask: Mask,
): PlannedChange {
  const logicalId = change.LogicalResourceId ?? ''
  const type = change.ResourceType ?? ''
  const replacement = replacementOf(change.Replacement)
  const source = context.sources?.[logicalId]
  return {
    action: actionOf(change.Action, replacement),
    logicalId,
    type,
    replacement,
    stateful: isStateful(type),
    properties: (change.Details ?? [])
      .map((detail) => plannedProperty(logicalId, detail, mask))
      .filter(isFirst),
    ...(change.PhysicalResourceId ? { physicalId: change.PhysicalResourceId } : {}),
    ...(source === undefined ? {} : { source }),
    ...(change.PolicyAction === undefined ? {} : { policyAction: change.PolicyAction }),
  }
}

function plannedProperty(logicalId: string, detail: ResourceChangeDetail, mask: Mask): PlannedProperty {
  const { Path, Attribute, Name, BeforeValue, AfterValue, RequiresRecreation } = detail.Target ?? {}
  const path =
    Path?.replace(/^\//, '').replaceAll('/', '.') || (Name ? `${Attribute}.${Name}` : (Attribute ?? ''))
  const cause = causeOf(detail)
  const show = (value: string) => mask(value, { logicalId, path, cause: detail.CausingEntity })
  return {
    path,
    recreation:
      RequiresRecreation === 'Always' ? 'yes' : RequiresRecreation === 'Conditionally' ? 'maybe' : 'no',
    ...(BeforeValue === undefined ? {} : { before: show(BeforeValue) }),
    ...(AfterValue === undefined ? {} : { after: show(AfterValue) }),
    ...(cause === undefined ? {} : { cause }),
  }
}

function causeOf({ ChangeSource, CausingEntity }: ResourceChangeDetail): string | undefined {
  if (ChangeSource === 'ParameterReference') return `parameter ${CausingEntity}`
  if (ChangeSource === 'ResourceReference') return `reference to ${CausingEntity}`
  if (ChangeSource === 'ResourceAttribute') return `attribute ${CausingEntity}`
  return undefined
}

/** CloudFormation lists a property once for each reason; the first tells enough. */
function isFirst(property: PlannedProperty, index: number, all: readonly PlannedProperty[]): boolean {
  return all.findIndex(({ path }) => path === property.path) === index
}

function replacementOf(replacement: string | undefined): PlannedChange['replacement'] {
  return replacement === 'True' ? 'yes' : replacement === 'Conditional' ? 'maybe' : 'no'
}

function actionOf(action: string | undefined, replacement: PlannedChange['replacement']): PlannedAction {
  if (action === 'Add') return 'add'
  if (action === 'Remove') return 'remove'
  if (action === 'Import') return 'import'
  if (action === 'SyncWithActual') return 'sync'
  return replacement === 'yes' ? 'replace' : 'modify'
}

function countsOf(changes: readonly PlannedChange[]): Plan['counts'] {
  const counts = { add: 0, modify: 0, replace: 0, remove: 0, import: 0, sync: 0 }
  for (const { action } of changes) counts[action]++
  return counts
}
