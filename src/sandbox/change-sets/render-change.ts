import { defined, iso } from '../read-operations/defined.ts'
import type { JsonObject } from '../world.ts'
import { detailsTold, replacementBy, type PlannedChange, type PlannedDetail } from './planned-change.ts'

/** How a change set is described. */
export interface Told {
  readonly withValues: boolean
  readonly at: number
}

/** A change as DescribeChangeSet gives it; undefined when it is told only the other way. */
export function renderChange(change: PlannedChange, told: Told): JsonObject | undefined {
  const details = detailsTold(change, told.withValues)
  const isModified = change.action === 'Modify' || change.action === 'SyncWithActual'
  if (isModified && details.length === 0 && change.details.length > 0) return undefined
  const replacement = change.action === 'Modify' ? replacementBy(details) : undefined
  return {
    Type: 'Resource',
    ResourceChange: defined({
      PolicyAction: policyAction(change, replacement),
      Action: change.action,
      LogicalResourceId: change.logicalId,
      PhysicalResourceId: change.physicalId,
      ResourceType: change.type,
      Replacement: replacement ?? (change.action === 'SyncWithActual' ? 'False' : undefined),
      Scope: isModified ? [...new Set(details.map(({ attribute }) => attribute))] : [],
      ResourceDriftStatus: change.drift?.status,
      ResourceDriftIgnoredAttributes: change.drift?.ignored?.map((name) => ({
        Path: `/Properties/${name}`,
        Reason: 'WRITE_ONLY_PROPERTY',
      })),
      Details: unique(details.map((detail) => renderDetail(detail, change, told))),
      ChangeSetId: change.changeSetId,
      ...(told.withValues ? contexts(change) : {}),
    }),
  }
}

function contexts({ before, after, drift }: PlannedChange): JsonObject {
  const text = (value: JsonObject | undefined) => (value === undefined ? undefined : JSON.stringify(value))
  return {
    BeforeContext: text(before),
    AfterContext: text(after),
    PreviousDeploymentContext: text(drift?.previous),
  }
}

function policyAction(
  { action, policy }: PlannedChange,
  replacement: string | undefined,
): string | undefined {
  if (policy === undefined) return undefined
  if (action === 'Remove') return policy
  return replacement === 'True' || replacement === 'Conditional' ? `ReplaceAnd${policy}` : undefined
}

function renderDetail(detail: PlannedDetail, change: PlannedChange, { withValues, at }: Told): JsonObject {
  const { before, after, drift } = detail
  const isDriftAware = change.drift !== undefined
  const from = change.drift?.status === 'UNSUPPORTED' ? 'PREVIOUS_DEPLOYMENT_STATE' : 'ACTUAL_STATE'
  const target = { Attribute: detail.attribute, Name: detail.name, RequiresRecreation: detail.recreation }
  const values = {
    Path: detail.path,
    BeforeValue: before,
    AfterValue: after,
    BeforeValueFrom: isDriftAware && before !== undefined ? from : undefined,
    AfterValueFrom: isDriftAware && after !== undefined ? 'TEMPLATE' : undefined,
    Drift:
      drift &&
      defined({ PreviousValue: drift.previous, ActualValue: drift.actual, DriftDetectionTimestamp: iso(at) }),
    AttributeChangeType: detail.change,
  }
  return defined({
    Target: defined({ ...target, ...(withValues ? values : {}) }),
    Evaluation: detail.evaluation,
    ChangeSource: detail.source,
    CausingEntity: detail.cause,
  })
}

/** Without their paths, places in one property are one. */
function unique(details: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(details.map((detail) => [JSON.stringify(detail), detail])).values()]
}
