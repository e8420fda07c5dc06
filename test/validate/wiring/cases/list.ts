import type { WiringCase } from './case.ts'
import { deployments } from './deployments.ts'
import { health } from './health.ts'
import { hosts } from './hosts.ts'
import { paths } from './paths.ts'
import { roles } from './roles.ts'
import { services } from './services.ts'

/** Every case; cfn-lint finds no error in the templates that fail. */
export const wiringCases: readonly WiringCase[] = [
  ...services,
  ...hosts,
  ...health,
  ...deployments,
  ...roles,
  ...paths,
]
