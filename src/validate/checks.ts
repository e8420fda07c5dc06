import type { Check } from './check.ts'
import { conditionalReferences } from './checks/conditional-references.ts'
import { conditions } from './checks/conditions.ts'
import { cycles } from './checks/cycles.ts'
import { deletionPolicies } from './checks/deletion-policies.ts'
import { dependsOn } from './checks/depends-on.ts'
import { findInMap } from './checks/find-in-map.ts'
import { functionShapes } from './checks/function-shapes.ts'
import { getAtt } from './checks/get-att.ts'
import { limits } from './checks/limits.ts'
import { mappings } from './checks/mappings.ts'
import { outputs } from './checks/outputs.ts'
import { parameters } from './checks/parameters.ts'
import { ref } from './checks/ref.ts'
import { resourceProperties } from './checks/resource-properties.ts'
import { resourceStructure } from './checks/resource-structure.ts'
import { resourceTypes } from './checks/resource-types.ts'
import { sub } from './checks/sub.ts'
import { templateStructure } from './checks/template-structure.ts'
import { unused } from './checks/unused.ts'

/** Every check, in the order in which findings are listed. */
export const checks: readonly Check[] = [
  templateStructure,
  limits,
  parameters,
  mappings,
  conditions,
  resourceStructure,
  resourceTypes,
  resourceProperties,
  deletionPolicies,
  dependsOn,
  outputs,
  functionShapes,
  ref,
  getAtt,
  sub,
  findInMap,
  conditionalReferences,
  cycles,
  unused,
]
