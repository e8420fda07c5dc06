import type { Check } from '../../check.ts'
import { conditionalReferences } from './conditional-references.ts'
import { cycles } from './cycles.ts'
import { dependsOn } from './depends-on.ts'
import { findInMap } from './find-in-map.ts'
import { getAtt } from './get-att.ts'
import { ref } from './ref.ts'
import { referenceFormats } from './reference-formats.ts'
import { sub } from './sub.ts'

/** What names something else: it exists, in every case, and not in a circle. */
export const references: readonly Check[] = [
  dependsOn,
  ref,
  getAtt,
  sub,
  findInMap,
  conditionalReferences,
  cycles,
  referenceFormats,
]
