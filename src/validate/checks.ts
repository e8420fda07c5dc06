import type { Check } from './check.ts'
import { advice } from './checks/advice/list.ts'
import { functions } from './checks/functions/list.ts'
import { policies } from './checks/policies/list.ts'
import { properties } from './checks/properties/list.ts'
import { references } from './checks/references/list.ts'
import { structure } from './checks/structure/list.ts'
import { wiring } from './checks/wiring/list.ts'

/** Every check, in the order in which findings are listed. */
export const checks: readonly Check[] = [
  ...structure,
  ...properties,
  ...references,
  ...functions,
  ...policies,
  ...wiring,
  ...advice,
]
