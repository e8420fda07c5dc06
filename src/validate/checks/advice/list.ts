import type { Check } from '../../check.ts'
import { bucketAcls } from './bucket-acls.ts'
import { constantConditions } from './constant-conditions.ts'
import { redundantDependsOn } from './redundant-depends-on.ts'
import { ignoredParts } from './ignored-parts.ts'
import { ignoredSettings } from './ignored-settings.ts'
import { imageParameters } from './image-parameters.ts'
import { importedOutputs } from './imported-outputs.ts'
import { localFiles } from './local-files.ts'
import { partitions } from './partitions.ts'
import { permissions } from './permissions.ts'
import { policyVersions } from './policy-versions.ts'
import { rawPseudoParameters } from './raw-pseudo-parameters.ts'
import { retention } from './retention.ts'
import { runtimes } from './runtimes.ts'
import { secrets } from './secrets.ts'
import { substitutions } from './substitutions.ts'
import { unreachableBranches } from './unreachable-branches.ts'
import { unused } from './unused.ts'
import { zipFunctions } from './zip-functions.ts'
import { zones } from './zones.ts'

/** What deploys, and is worth a second look. */
export const advice: readonly Check[] = [
  unused,
  secrets,
  zones,
  runtimes,
  partitions,
  imageParameters,
  policyVersions,
  bucketAcls,
  zipFunctions,
  ignoredSettings,
  ignoredParts,
  permissions,
  localFiles,
  retention,
  redundantDependsOn,
  substitutions,
  rawPseudoParameters,
  constantConditions,
  unreachableBranches,
  importedOutputs,
]
