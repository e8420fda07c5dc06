import type { Template } from '../../model/template.ts'
import type { StackResourceDrift } from '../calls/client.ts'
import { maskFor } from '../secrets/mask.ts'

/** How a stack's resources differ from its template. The JSON form of `cfstack drift`. */
export interface DriftReport {
  readonly stack: string
  readonly status: 'DRIFTED' | 'IN_SYNC'
  /** Resources that differ or are gone. */
  readonly resources: readonly DriftedResource[]
  /** How many were compared and are as they should be. */
  readonly inSync: number
  /** Types that CloudFormation cannot compare, or did not. */
  readonly unchecked: readonly string[]
  /** What kept the detection from being complete. */
  readonly incomplete?: string
}

export interface DriftedResource {
  readonly logicalId: string
  readonly type: string
  readonly physicalId?: string
  readonly status: 'MODIFIED' | 'DELETED'
  /** `file:line` of the code that made the resource. */
  readonly source?: string
  readonly differences: readonly DriftedProperty[]
}

export interface DriftedProperty {
  /** Below the properties, for example `Tags.0.Value`. */
  readonly path: string
  /** What happened by hand. */
  readonly change: 'added' | 'removed' | 'changed'
  readonly expected?: string
  readonly actual?: string
}

export interface DriftContext {
  readonly stackName: string
  /** The deployed template: it says which values are NoEcho. */
  readonly template: Template | undefined
  readonly sources?: Readonly<Record<string, string>> | undefined
  readonly incomplete?: string | undefined
}

/** What a drift detection found. Pure. */
export function driftReport(drifts: readonly StackResourceDrift[], context: DriftContext): DriftReport {
  const resources = drifts.flatMap((one) => driftedResource(one, context) ?? [])
  const unchecked = drifts.filter(
    ({ StackResourceDriftStatus: status }) => status === 'NOT_CHECKED' || status === 'UNKNOWN',
  )
  return {
    stack: context.stackName,
    status: resources.length > 0 ? 'DRIFTED' : 'IN_SYNC',
    resources,
    inSync: drifts.filter(({ StackResourceDriftStatus }) => StackResourceDriftStatus === 'IN_SYNC').length,
    unchecked: unchecked.map(({ LogicalResourceId = '' }) => LogicalResourceId),
    ...(context.incomplete === undefined ? {} : { incomplete: context.incomplete }),
  }
}

function driftedResource(
  drift: StackResourceDrift,
  { template, sources }: DriftContext,
): DriftedResource | undefined {
  const { LogicalResourceId: logicalId = '', StackResourceDriftStatus: status, PhysicalResourceId } = drift
  if (status !== 'MODIFIED' && status !== 'DELETED') return undefined
  const source = sources?.[logicalId]
  return {
    logicalId,
    type: drift.ResourceType ?? '',
    ...(PhysicalResourceId ? { physicalId: PhysicalResourceId } : {}),
    status,
    ...(source === undefined ? {} : { source }),
    differences: driftedProperties(drift, template),
  }
}

const kinds: Readonly<Record<string, DriftedProperty['change']>> = { ADD: 'added', REMOVE: 'removed' }

function driftedProperties(
  { LogicalResourceId: logicalId = '', PropertyDifferences = [] }: StackResourceDrift,
  template: Template | undefined,
): readonly DriftedProperty[] {
  // Without the template nobody knows what is secret.
  const mask = template === undefined ? () => '****' : maskFor(template, [])
  return PropertyDifferences.map(({ PropertyPath, DifferenceType, ExpectedValue, ActualValue }) => {
    const path = (PropertyPath ?? '').replace(/^\//, '').replaceAll('/', '.')
    const show = (value: string) => mask(value, { logicalId, path: `Properties.${path}` })
    const isThere = (value: string | undefined): value is string => value !== undefined && value !== 'null'
    return {
      path,
      change: kinds[DifferenceType ?? ''] ?? 'changed',
      ...(isThere(ExpectedValue) ? { expected: show(ExpectedValue) } : {}),
      ...(isThere(ActualValue) ? { actual: show(ActualValue) } : {}),
    }
  })
}
