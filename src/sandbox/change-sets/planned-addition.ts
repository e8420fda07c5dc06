import type { ProcessedResource } from '../template/processed-template.ts'
import type { PlannedChange } from './planned-change.ts'
import { contextAfter } from './contexts.ts'
import { importOf } from './planned-import.ts'
import type { Planning } from './planning.ts'

/** A resource that the stack has not yet: it is made, or one that exists is imported. */
export function plannedAddition(plan: Planning, wanted: ProcessedResource): PlannedChange {
  const physicalId = importOf(plan, wanted)
  return {
    action: physicalId === undefined ? 'Add' : 'Import',
    logicalId: wanted.logicalId,
    type: wanted.type,
    ...(physicalId === undefined ? {} : { physicalId }),
    details: [],
    after: contextAfter(plan, wanted),
  }
}
