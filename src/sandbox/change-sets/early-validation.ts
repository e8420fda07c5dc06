import { isObject } from '../../validate/json.ts'
import { findNamed } from '../live.ts'
import { hangsOnUnknown } from '../template/unknown-value.ts'
import { identifierOf } from '../types/identifier.ts'
import { judgeProperties } from '../types/judge-properties.ts'
import type { JsonObject, StackState, ValidationEvent, World } from '../world.ts'
import { detailsTold, replacementBy, type PlannedChange } from './planned-change.ts'

/** Something that early validation found in a change. */
export interface EarlyFinding {
  readonly change: PlannedChange
  readonly event: ValidationEvent
}

/** What CloudFormation validates before a change set is complete: properties, names that are taken, buckets that are not empty. */
export function earlyFindings(
  world: World,
  stack: StackState,
  changes: readonly PlannedChange[],
): readonly EarlyFinding[] {
  const leaving = new Set(
    changes
      .filter(({ action }) => action === 'Remove')
      .map(({ type, physicalId }) => `${type} ${physicalId}`),
  )
  return changes.flatMap((change) =>
    [
      ...propertyFindings(change),
      ...conflicts(world, stack, change, leaving),
      ...fullBuckets(world, change),
    ].map((event) => ({ change, event })),
  )
}

/** What a failed change set's reason calls the validations. */
export function namesOfValidations(findings: readonly EarlyFinding[]): readonly string[] {
  return [
    ...new Set(
      findings.map(({ event }) =>
        event.name === 'PROPERTY_VALIDATION'
          ? 'AWS::EarlyValidation::PropertyValidation'
          : 'AWS::EarlyValidation::ResourceExistenceCheck',
      ),
    ),
  ]
}

function propertyFindings({ action, logicalId, type, after }: PlannedChange): readonly ValidationEvent[] {
  if (action !== 'Add' && action !== 'Modify') return []
  const properties = propertiesOf(after)
  const lines = judgeProperties(type, properties)?.split('\n') ?? []
  return lines.flatMap((line): readonly ValidationEvent[] => {
    const path = /^#([^:]*):/.exec(line)?.[1] ?? ''
    // Bounds and patterns that registry schemas lack are found by the service, when the resource is made.
    const isSure = /(required|extraneous) key|expected type/.test(line)
    // A marker stands for what nobody can judge yet.
    if (!isSure || (line.includes('expected type') && hangsOnUnknown(valueAt(properties, path)))) return []
    return [
      {
        name: 'PROPERTY_VALIDATION',
        failureMode: 'FAIL',
        path: `/Resources/${logicalId}/Properties${path}`,
        reason: line,
      },
    ]
  })
}

function conflicts(
  world: World,
  { place }: StackState,
  change: PlannedChange,
  leaving: ReadonlySet<string>,
): readonly ValidationEvent[] {
  const isMade =
    change.action === 'Add' ||
    (change.action === 'Modify' && replacementBy(detailsTold(change, true)) === 'True')
  const { type, logicalId } = change
  const properties = propertiesOf(change.after)
  const live = isMade ? findNamed(world, { place, type, properties }) : undefined
  if (
    live === undefined ||
    live.physicalId === change.physicalId ||
    leaving.has(`${type} ${live.physicalId}`)
  )
    return []
  return [
    {
      name: 'NAME_CONFLICT_VALIDATION',
      failureMode: 'FAIL',
      path: `/Resources/${logicalId}`,
      reason: `Resource of type '${type}' with identifier '${identifierOf(type, properties)}' already exists.`,
    },
  ]
}

function fullBuckets(world: World, change: PlannedChange): readonly ValidationEvent[] {
  const { action, type, physicalId = '', policy, logicalId } = change
  const goes = action === 'Remove' || replacementBy(detailsTold(change, true)) === 'True'
  if (type !== 'AWS::S3::Bucket' || !goes || policy !== 'Delete') return []
  const bucket = Object.hasOwn(world.store.buckets, physicalId) ? world.store.buckets[physicalId] : undefined
  if (bucket === undefined || Object.keys(bucket.objects).length === 0) return []
  return [
    {
      name: 'BUCKET_EMPTINESS_VALIDATION',
      failureMode: 'WARN',
      path: `/Resources/${logicalId}`,
      reason: `The bucket '${physicalId}' is not empty. You must either delete all objects and versions or use the deletion policy to retain it, otherwise the delete operation will fail.`,
    },
  ]
}

function propertiesOf(context: JsonObject | undefined): JsonObject {
  const properties = context?.['Properties']
  return isObject(properties) ? properties : {}
}

function valueAt(properties: JsonObject, path: string): unknown {
  return path
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, step) =>
        typeof value === 'object' && value !== null ? (value as JsonObject)[step] : undefined,
      properties,
    )
}
