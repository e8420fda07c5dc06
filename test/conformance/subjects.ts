import type { Subject } from './case.ts'
import { changeSets } from './cases/change-sets.ts'
import { drift } from './cases/drift.ts'
import { dynamicReferences } from './cases/dynamic-references.ts'
import { events } from './cases/events.ts'
import { exports } from './cases/exports.ts'
import { functions } from './cases/functions.ts'
import { imports } from './cases/imports.ts'
import { loops } from './cases/loops.ts'
import { nested } from './cases/nested.ts'
import { pagination } from './cases/pagination.ts'
import { parameters } from './cases/parameters.ts'
import { protection } from './cases/protection.ts'
import { refactor } from './cases/refactor.ts'
import { resources } from './cases/resources.ts'
import { rollback } from './cases/rollback.ts'
import { running } from './cases/running.ts'
import { signals } from './cases/signals.ts'
import { stacks } from './cases/stacks.ts'
import { templatesInBuckets } from './cases/templates-in-buckets.ts'
import { tokens } from './cases/tokens.ts'
import { updates } from './cases/updates.ts'
import { validation } from './cases/validation.ts'

/** All cases. */
export const subjects: readonly Subject[] = [
  { title: 'Stacks', cases: stacks },
  { title: 'Templates that are refused', cases: validation },
  { title: 'Parameters', cases: parameters },
  { title: 'Conditions and functions', cases: functions },
  { title: 'Loops', cases: loops },
  { title: 'Dynamic references', cases: dynamicReferences },
  { title: 'Outputs, exports and imports', cases: exports },
  { title: 'Events', cases: events },
  { title: 'Resources and templates', cases: resources },
  { title: 'Updates and replacement', cases: updates },
  { title: 'Rollback', cases: rollback },
  { title: 'While something runs', cases: running },
  { title: 'Signals', cases: signals },
  { title: 'Change sets', cases: changeSets },
  { title: 'Nested stacks', cases: nested },
  { title: 'Protection and policies', cases: protection },
  { title: 'Drift', cases: drift },
  { title: 'Import', cases: imports },
  { title: 'Refactoring', cases: refactor },
  { title: 'Templates in buckets', cases: templatesInBuckets },
  { title: 'Idempotency tokens', cases: tokens },
  { title: 'Pagination', cases: pagination },
]
