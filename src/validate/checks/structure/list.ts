import type { Check } from '../../check.ts'
import { conditions } from './conditions.ts'
import { deletionPolicies } from './deletion-policies.ts'
import { limits } from './limits.ts'
import { mappings } from './mappings.ts'
import { outputs } from './outputs.ts'
import { parameters } from './parameters.ts'
import { resourceStructure } from './resource-structure.ts'
import { resourceTypes } from './resource-types.ts'
import { templateStructure } from './template-structure.ts'

/** The shape of the template and of its sections, and their limits. */
export const structure: readonly Check[] = [
  templateStructure,
  limits,
  parameters,
  mappings,
  conditions,
  outputs,
  resourceStructure,
  resourceTypes,
  deletionPolicies,
]
