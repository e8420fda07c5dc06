import type { TemplateResource } from '../../model/template.ts'
import { isStateful } from '../../spec/stateful.ts'
import type { PlannedChange } from '../plan/plan.ts'

/** A change as a plan has it, of which no property is known yet. */
export function predictedChange(
  action: PlannedChange['action'],
  logicalId: string,
  { Type: type }: TemplateResource,
  sources: Readonly<Record<string, string>>,
): PlannedChange {
  const source = sources[logicalId]
  return {
    action,
    logicalId,
    type,
    replacement: 'no',
    stateful: isStateful(type),
    properties: [],
    ...(source === undefined ? {} : { source }),
  }
}

/** A value as text: text as it is, the rest as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
