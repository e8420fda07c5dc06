import type { Template, TemplateResource } from '../../model/template.ts'
import type { StackResourceDrift } from '../calls/client.ts'
import { maskFor } from '../secrets/mask.ts'
import { withValuesFor } from './values-for.ts'

/** The first of two steps back: a template that says what is really there, so that the second one, the template itself, changes it. */
export interface StepTemplate {
  readonly template: Template
  /** What the step does, a line each. */
  readonly does: readonly string[]
  /** Why it can't be made, a line each; empty when it can. */
  readonly problems: readonly string[]
}

/** CloudFormation wants at least one resource in a template. */
const placeholder = { CfstackPlaceholder: { Type: 'AWS::CloudFormation::WaitConditionHandle' } }

/**
 * Makes that template: resources that were changed get the properties that they really have, resources that were deleted by hand leave, with what
 * refers to them getting the values that it had. Pure.
 */
export function stepTemplate(template: Template, drifts: readonly StackResourceDrift[]): StepTemplate {
  const changed = drifts.filter(({ StackResourceDriftStatus }) => StackResourceDriftStatus === 'MODIFIED')
  const gone = drifts.filter(({ StackResourceDriftStatus }) => StackResourceDriftStatus === 'DELETED')
  const actual = changed.map((drift) => withActualProperties(template, drift))
  const resources = {
    ...template.Resources,
    ...Object.fromEntries(actual.map(({ id, resource }) => [id, resource])),
  }
  const left = Object.fromEntries(
    Object.entries(resources).filter(
      ([id]) => !gone.some(({ LogicalResourceId }) => LogicalResourceId === id),
    ),
  )
  const rest = { ...template, Resources: Object.keys(left).length === 0 ? placeholder : left }
  const known = new Map(gone.map((drift) => [drift.LogicalResourceId ?? '', drift]))
  const { template: made, problems } = withValuesFor(rest, known)
  return {
    template: made,
    does: [
      ...actual.flatMap(({ id, names }) =>
        names.length === 0 ? [] : [`${id} gets its real ${names.join(', ')}`],
      ),
      ...[...known.keys()].map((id) => `${id}, which was deleted by hand, leaves the stack`),
    ],
    problems: [...actual.flatMap(({ problems }) => problems), ...problems],
  }
}

/** The template with a DeletionPolicy that keeps CloudFormation from deleting what leaves; undefined when nothing needs it. */
export function retainingTemplate(
  template: Template,
  drifts: readonly StackResourceDrift[],
): Template | undefined {
  const ids = drifts
    .filter(({ StackResourceDriftStatus }) => StackResourceDriftStatus === 'DELETED')
    .map(({ LogicalResourceId = '' }) => LogicalResourceId)
    .filter((id) => template.Resources[id]?.['DeletionPolicy'] !== 'Retain')
  if (ids.length === 0) return undefined
  const retained = ids.map((id) => [id, { ...template.Resources[id], DeletionPolicy: 'Retain' }])
  return {
    ...template,
    Resources: { ...template.Resources, ...(Object.fromEntries(retained) as Template['Resources']) },
  }
}

interface ActualResource {
  readonly id: string
  readonly resource: TemplateResource
  readonly names: readonly string[]
  readonly problems: readonly string[]
}

/** Whole top-level properties are taken: items of lists stand in another order in reality. */
function withActualProperties(template: Template, drift: StackResourceDrift): ActualResource {
  const { LogicalResourceId: id = '', ActualProperties, PropertyDifferences = [] } = drift
  const resource = template.Resources[id] ?? { Type: drift.ResourceType ?? '' }
  const actual = JSON.parse(ActualProperties ?? '{}') as Record<string, unknown>
  const mask = maskFor(template, [])
  const names = [
    ...new Set(PropertyDifferences.map(({ PropertyPath = '' }) => PropertyPath.split('/')[1] ?? '')),
  ]
  const isSecret = (name: string): boolean =>
    mask('shown', { logicalId: id, path: `Properties.${name}` }) !== 'shown'
  const open = names.filter((name) => !isSecret(name))
  const properties: Record<string, unknown> = { ...resource.Properties }
  for (const name of open) {
    if (name in actual) properties[name] = actual[name]
    else delete properties[name]
  }
  return {
    id,
    resource: { ...resource, Properties: properties },
    names: open,
    problems: names
      .filter(isSecret)
      .map((name) => `${id}.${name} holds a NoEcho value, which only a deployment of another value can set`),
  }
}
