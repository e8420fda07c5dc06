import { findNamed } from '../live.ts'
import type { ProcessedResource } from '../template/processed-template.ts'
import { propertiesAfter } from './contexts.ts'
import type { Planning } from './planning.ts'

/** The physical id of the resource that is imported instead of made; undefined when one is made. */
export function importOf(plan: Planning, wanted: ProcessedResource): string | undefined {
  const { imports = [], importExisting } = plan.options
  const asked = imports.find(({ LogicalResourceId }) => LogicalResourceId === wanted.logicalId)
  if (asked !== undefined) return Object.values(asked.ResourceIdentifier).join('|')
  return importExisting ? existingFor(plan, wanted) : undefined
}

/** A resource of the name that the template gives, which belongs to no stack. */
function existingFor(plan: Planning, wanted: ProcessedResource): string | undefined {
  const { type } = wanted
  const properties = propertiesAfter(plan, wanted)
  const live = findNamed(plan.world, { place: plan.stack.place, type, properties })
  return live?.owner === undefined ? live?.physicalId : undefined
}
