import type { Check } from '../../check.ts'
import { unused } from './unused.ts'

/** What deploys, and is worth a second look. */
export const advice: readonly Check[] = [unused]
