import type { Desired, Place, World } from '../world.ts'
import { capabilitiesNeeded, requireCapabilities } from './capabilities.ts'
import { keptTemplate } from './deployed-template.ts'
import { settleReferences } from './dynamic-references/settle-references.ts'
import { processTemplate } from './process-template.ts'
import { readTemplate } from './read-template.ts'
import type { StackIdentity } from './resolve-env.ts'
import { isTransformed } from './transforms/transforms-of.ts'

interface Where {
  readonly place: Place
  readonly stack: StackIdentity
  readonly world: World
}

/**
 * Throws what a call is refused with at once, before there is a stack or change set: a template that cannot be deployed with these values, or
 * needs capabilities that were not given. Transforms run later, and fail the stack or the change set. Yields what is desired with what its
 * dynamic references stand for.
 */
export function judgeDesired(
  desired: Desired,
  { place, stack, world }: Where,
  through: 'change set' | 'direct',
): Desired {
  const template = readTemplate(desired.body)
  const needed = capabilitiesNeeded(template)
  if (!isTransformed(template)) processTemplate(desired, place, stack, world)
  else needed.push(...capabilitiesOfTransformed(desired, { place, stack, world }))
  requireCapabilities(needed, desired.capabilities, through)
  const references = referencesOf(desired, { place, stack, world })
  return references === undefined ? desired : { ...desired, references }
}

function capabilitiesOfTransformed(
  desired: Desired,
  { place, stack, world }: Where,
): ReturnType<typeof capabilitiesNeeded> {
  try {
    return capabilitiesNeeded(processTemplate(desired, place, stack, world).root)
  } catch {
    return []
  }
}

function referencesOf(desired: Desired, where: Where): Desired['references'] {
  try {
    return settleReferences(keptTemplate(desired, where).referring, where)
  } catch {
    // Its transforms fail, which is said when they are deployed.
    return undefined
  }
}
