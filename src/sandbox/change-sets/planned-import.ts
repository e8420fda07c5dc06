import type { ProcessedResource } from '../template/processed-template.ts'
import { identifierOf } from '../types/identifier.ts'
import { propertiesAfter } from './contexts.ts'
import { liveNamed } from './live-named.ts'
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
  const name = identifierOf(type, propertiesAfter(plan, wanted))
  if (name === undefined) return undefined
  const live = liveNamed(plan.world, { place: plan.stack.place, type, name })
  return live?.owner === undefined ? live?.physicalId : undefined
}
