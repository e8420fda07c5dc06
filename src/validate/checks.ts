import type { Check } from './check.ts'
import { resourceProperties } from './checks/resource-properties.ts'

/** Every check, in the order in which findings are listed. */
export const checks: readonly Check[] = [resourceProperties]
