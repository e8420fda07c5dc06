import type { Check } from './check.ts'
import { advice } from './checks/advice/list.ts'
import { functions } from './checks/functions/list.ts'
import { policies } from './checks/policies/list.ts'
import { properties } from './checks/properties/list.ts'
import { references } from './checks/references/list.ts'
import { serverless } from './checks/serverless/list.ts'
import { services } from './checks/services/list.ts'
import { structure } from './checks/structure/list.ts'
import { wiring } from './checks/wiring/list.ts'

/** Checks that belong together. */
export interface CheckGroup {
  /** The heading of their rules in docs/checks.md. */
  readonly title: string
  readonly checks: readonly Check[]
}

/** Every group, in the order in which findings are listed. */
export const checkGroups: readonly CheckGroup[] = [
  { title: 'Structure and limits', checks: structure },
  { title: 'Properties', checks: properties },
  { title: 'References', checks: references },
  { title: 'Functions', checks: functions },
  { title: 'Services', checks: services },
  { title: 'Serverless templates', checks: serverless },
  { title: 'Policies', checks: policies },
  { title: 'Wiring', checks: wiring },
  { title: 'Advice', checks: advice },
]

/** Every check. */
export const checks: readonly Check[] = checkGroups.flatMap((group) => group.checks)
