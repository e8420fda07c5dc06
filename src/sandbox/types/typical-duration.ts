import { draw } from '../chance.ts'
import type { JsonObject, World } from '../world.ts'
import { durations, otherwise } from './durations.ts'

/** Milliseconds that a resource of the type takes; a fifth more or less, as chance wants. */
export function typicalDuration(
  world: World,
  {
    type,
    action,
  }: {
    readonly type: string
    readonly action: 'create' | 'update' | 'delete'
    readonly properties?: JsonObject
  },
): number {
  const seconds = (durations[type] ?? otherwise)[action]
  return Math.round(seconds * 1000 * (0.8 + 0.4 * draw(world)))
}
