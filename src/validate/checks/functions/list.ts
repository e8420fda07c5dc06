import type { Check } from '../../check.ts'
import { arithmetic } from './arithmetic.ts'
import { functionArguments } from './arguments.ts'
import { dynamicReferences } from './dynamic-references.ts'
import { functionYields } from './yields.ts'
import { misplacedFunctions } from './misplaced.ts'
import { missingSub } from './missing-sub.ts'

/** What the functions take, and where they may stand. */
export const functions: readonly Check[] = [
  functionArguments,
  functionYields,
  arithmetic,
  misplacedFunctions,
  missingSub,
  dynamicReferences,
]
