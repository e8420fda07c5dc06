import { ServiceError } from '../service-error.ts'
import type { Fault, World } from '../world.ts'
import { isRead } from './is-read.ts'

/**
 * What goes wrong with a call, on request: throws when the call is throttled; `'stale'` means that it is answered as if the last change had
 * not happened yet.
 */
export function meetFault(world: World, action: string): 'stale' | undefined {
  if (take(world, (fault) => fault.kind === 'throttle' && concerns(fault, action)))
    throw new ServiceError('Throttling', 'Rate exceeded')
  const isStale = isRead(action) && take(world, (fault) => fault.kind === 'stale' && concerns(fault, action))
  return isStale ? 'stale' : undefined
}

function concerns(fault: Fault, action: string): boolean {
  return fault.action === undefined || fault.action === action
}

function take(world: World, matches: (fault: Fault) => boolean): boolean {
  const at = world.faults.findIndex(matches)
  const fault = world.faults[at]
  if (fault === undefined) return false
  if (fault.times === undefined) return true
  fault.times--
  if (fault.times <= 0) world.faults.splice(at, 1)
  return true
}
