import { capabilitiesOf } from '../../model/capabilities.ts'
import type { Template } from '../../model/template.ts'
import { isObject } from '../../validate/json.ts'
import { ServiceError } from '../service-error.ts'
import type { JsonObject } from '../world.ts'
import { sectionOf } from './structure/section-of.ts'

/** A capability that a template needs, and the types or transforms that need it. */
export interface NeededCapability {
  readonly capability: 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM' | 'CAPABILITY_AUTO_EXPAND'
  readonly reason: readonly string[]
}

/** The capabilities that a template needs. What templates of nested stacks need is asked for when these are made. */
export function capabilitiesNeeded(template: JsonObject): NeededCapability[] {
  const own = Object.entries(sectionOf(template, 'Resources')).filter(
    ([, one]) => !isObject(one) || one['Type'] !== 'AWS::CloudFormation::Stack',
  )
  const resources = Object.fromEntries(own)
  const typesOf = (id: string): string => {
    const one = resources[id]
    return isObject(one) ? String(one['Type']) : id
  }
  return capabilitiesOf({ ...template, Resources: resources } as unknown as Template).map(
    ({ capability, reason }) => ({
      capability: capability as NeededCapability['capability'],
      reason: [...new Set(reason.map(typesOf))],
    }),
  )
}

/**
 * Throws when capabilities are needed that were not given. Change sets show what transforms make, so that they need no
 * `CAPABILITY_AUTO_EXPAND`.
 */
export function requireCapabilities(
  needed: readonly NeededCapability[],
  given: readonly string[],
  through: 'change set' | 'direct',
): void {
  const missing = needed
    .map(({ capability }) => capability)
    .filter((capability) => {
      if (capability === 'CAPABILITY_AUTO_EXPAND' && through === 'change set') return false
      if (capability === 'CAPABILITY_IAM' && given.includes('CAPABILITY_NAMED_IAM')) return false
      return !given.includes(capability)
    })
  if (missing.length > 0)
    throw new ServiceError(
      'InsufficientCapabilitiesException',
      `Requires capabilities : [${[...new Set(missing)].join(', ')}]`,
    )
}
