import type { Check } from '../../check.ts'
import { conditions } from './conditions.ts'
import { deletionPolicies } from './deletion-policies.ts'
import { limits } from './limits.ts'
import { linterMetadata } from './linter-metadata.ts'
import { loops } from './loops.ts'
import { mappings } from './mappings.ts'
import { metadata } from './metadata.ts'
import { modules } from './modules.ts'
import { outputs } from './outputs.ts'
import { parameterDefaults } from './parameter-defaults.ts'
import { parameters } from './parameters.ts'
import { resourceMetadata } from './resource-metadata.ts'
import { resourceStructure } from './resource-structure.ts'
import { resourceTypes } from './resource-types.ts'
import { parameterRules } from './rules.ts'
import { sharedParts } from './shared-parts.ts'
import { templateStructure } from './template-structure.ts'
import { undecided } from './undecided.ts'
import { updatePolicy } from './update-policies.ts'

/** The shape of the template and of its sections, and their limits. */
export const structure: readonly Check[] = [
  limits,
  parameters,
  parameterDefaults,
  mappings,
  conditions,
  parameterRules,
  metadata,
  linterMetadata,
  outputs,
  resourceStructure,
  resourceTypes,
  deletionPolicies,
  updatePolicy,
  modules,
  resourceMetadata,
  sharedParts,
  templateStructure,
  loops,
  undecided,
]
