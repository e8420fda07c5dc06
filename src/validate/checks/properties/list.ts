import type { Check } from '../../check.ts'
import { resourceProperties } from './resource-properties.ts'

/** What resource types take. */
export const properties: readonly Check[] = [resourceProperties]
