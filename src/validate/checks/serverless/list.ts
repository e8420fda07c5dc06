import type { Check } from '../../check.ts'
import { eventDestinations } from './event-destinations.ts'
import { functionProperties } from './function-properties.ts'
import { transformErrors } from './transform-errors.ts'

/** Serverless templates: what their transform refuses, and what it makes. */
export const serverless: readonly Check[] = [transformErrors, functionProperties, eventDestinations]
