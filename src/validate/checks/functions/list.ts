import type { Check } from '../../check.ts'
import { functionShapes } from './function-shapes.ts'

/** What the functions take, and where they may stand. */
export const functions: readonly Check[] = [functionShapes]
