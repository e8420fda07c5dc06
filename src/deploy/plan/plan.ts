import type { Template } from '../../model/template.ts'
import type { Change, DescribeChangeSetOutput, OperationEvent } from '../calls/client.ts'
import { hideSecrets, maskFor } from '../secrets/mask.ts'
import { accessChange, type AccessChange } from './access-change.ts'
import { planFindings, type PlanFinding } from './plan-finding.ts'
import { countsOf, isRisky, plannedChange, type PlannedAction, type PlannedChange } from './planned-change.ts'
import type { PlannedProperty } from './planned-property.ts'
import type { Operation } from '../template/request.ts'

/** What a deployment will do, read from its change set. The JSON form of a plan is this. */
export interface Plan {
  readonly stackName: string
  readonly operation: Operation
  readonly changeSet: string
  /** True when the change set compares with what is really there, and takes back what was changed by hand. */
  readonly revertsDrift?: true
  /** Stateful replacements and removals first, then in CloudFormation's order; those of nested stacks after their stack. */
  readonly changes: readonly PlannedChange[]
  /** What the changes of roles, policies and security groups let others do, or no longer. */
  readonly access: readonly AccessChange[]
  /** Hooks that will look at the deployment. */
  readonly hooks: readonly PlannedHook[]
  /** What CloudFormation's early validation warns of. */
  readonly findings: readonly PlanFinding[]
  readonly counts: Readonly<Record<PlannedAction, number>>
}

export interface PlannedHook {
  readonly type: string
  /** `FAIL` stops the deployment, `WARN` does not. */
  readonly failureMode: string
  readonly logicalId?: string
}

export { isRisky }
export type { AccessChange, PlanFinding, PlannedAction, PlannedChange, PlannedProperty }

/** The change set of a nested stack. Without its template no value of it is shown, for it may be a secret. */
export interface NestedReading {
  readonly description: DescribeChangeSetOutput
  readonly template?: Template | undefined
}

export interface PlanContext {
  readonly operation: Operation
  readonly template: Template
  readonly sources?: Readonly<Record<string, string>> | undefined
  /** Values that must not be shown. */
  readonly secrets: readonly string[]
  /** Change sets of nested stacks, by their ARN. */
  readonly nested?: ReadonlyMap<string, NestedReading>
  readonly hooks?: readonly PlannedHook[]
  readonly events?: readonly OperationEvent[]
}

/** Makes the plan of a described change set. Pure. */
export function planOf(description: DescribeChangeSetOutput, context: PlanContext): Plan {
  const changes = changesOf(description, context)
  const risky = changes.filter(isRisky)
  const shown = JSON.parse(
    hideSecrets(
      JSON.stringify([accessOf(description, context), findingsOf(context)]),
      jsonTexts(context.secrets),
    ),
  ) as [AccessChange[], PlanFinding[]]
  return {
    stackName: description.StackName ?? '',
    operation: context.operation,
    changeSet: description.ChangeSetId ?? description.ChangeSetName ?? '',
    ...(description.DeploymentMode === 'REVERT_DRIFT' ? { revertsDrift: true as const } : {}),
    changes: [...risky, ...changes.filter((change) => !isRisky(change))],
    access: shown[0],
    hooks: context.hooks ?? [],
    findings: shown[1],
    counts: countsOf(changes),
  }
}

/** The changes of a change set, each followed by those of the nested stack that it is. */
function changesOf(description: DescribeChangeSetOutput, context: PlanContext): readonly PlannedChange[] {
  const mask = maskFor(context.template, context.secrets)
  return (description.Changes ?? []).flatMap((change) => {
    if (change.ResourceChange === undefined) return []
    const planned = plannedChange(change, context.sources, mask)
    return [planned, ...nestedChanges(change, context, planned.logicalId)]
  })
}

function nestedChanges(change: Change, context: PlanContext, parent: string): readonly PlannedChange[] {
  const { ChangeSetId } = change.ResourceChange ?? {}
  const reading = ChangeSetId === undefined ? undefined : context.nested?.get(ChangeSetId)
  if (reading === undefined) return []
  const { sources: _sources, ...rest } = context
  const template = reading.template
  const inner = changesOf(reading.description, { ...rest, template: template ?? { Resources: {} } })
  return inner.map((one) => ({
    ...one,
    logicalId: `${parent}/${one.logicalId}`,
    properties: template === undefined ? one.properties.map(withoutValues) : one.properties,
  }))
}

function withoutValues({ path, recreation, cause }: PlannedProperty): PlannedProperty {
  return { path, recreation, ...(cause === undefined ? {} : { cause }) }
}

function accessOf(description: DescribeChangeSetOutput, context: PlanContext): readonly AccessChange[] {
  return (description.Changes ?? []).flatMap(({ ResourceChange: change = {} }) => {
    const id = change.LogicalResourceId ?? ''
    const own = accessChange(change, {
      source: context.sources?.[id],
      properties: context.template.Resources[id]?.Properties,
    })
    const reading = change.ChangeSetId === undefined ? undefined : context.nested?.get(change.ChangeSetId)
    if (reading?.template === undefined) return own ?? []
    const { sources: _sources, ...rest } = context
    const inner = accessOf(reading.description, { ...rest, template: reading.template })
    return [
      ...(own === undefined ? [] : [own]),
      ...inner.map((one) => ({ ...one, logicalId: `${id}/${one.logicalId}` })),
    ]
  })
}

function findingsOf({ events = [], sources }: PlanContext): readonly PlanFinding[] {
  return planFindings(events, { sources })
}

/** Secrets as they stand inside JSON. */
function jsonTexts(secrets: readonly string[]): readonly string[] {
  return secrets.map((secret) => JSON.stringify(secret).slice(1, -1))
}
