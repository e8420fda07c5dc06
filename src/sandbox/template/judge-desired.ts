import type { Desired, Place, World } from '../world.ts'
import { capabilitiesNeeded, requireCapabilities } from './capabilities.ts'
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
 * needs capabilities that were not given. Transforms run later, and fail the stack or the change set.
 */
export function judgeDesired(
  desired: Desired,
  { place, stack, world }: Where,
  through: 'change set' | 'direct',
): void {
  const template = readTemplate(desired.body)
  const needed = capabilitiesNeeded(template)
  if (!isTransformed(template)) processTemplate(desired, place, stack, world)
  else needed.push(...capabilitiesOfTransformed(desired, { place, stack, world }))
  requireCapabilities(needed, desired.capabilities, through)
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
