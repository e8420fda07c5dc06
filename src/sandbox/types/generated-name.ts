import { letters } from '../chance.ts'
import type { World } from '../world.ts'

/**
 * The name that CloudFormation gives to a resource that has none: stack, logical id and chance, cut from the right until it fits.
 *
 * @example
 * generatedName(world, { stack: 'shop', logicalId: 'Orders', limit: 64 }) // 'shop-Orders-5QmZ1x0PcR4b'
 */
export function generatedName(
  world: World,
  { stack, logicalId, limit }: { readonly stack: string; readonly logicalId: string; readonly limit: number },
): string {
  const end = letters(world, 12)
  const room = limit - end.length - 2
  // The stack's name gives way first; what is left is shared when the logical id alone would fill the room.
  const ownRoom = Math.min(logicalId.length, Math.max(Math.ceil(room / 2), room - stack.length))
  const stackRoom = room - ownRoom
  return `${stack.slice(0, stackRoom)}-${logicalId.slice(0, ownRoom)}-${end}`
}
