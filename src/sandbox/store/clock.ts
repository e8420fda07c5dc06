import type { World } from '../world.ts'

/** How time goes: so many virtual seconds in a real one, everything at once after each call, or only when told. */
export type Speed = number | 'instant' | 'manual'

/** Plays what is due until a time. */
export type Advance = (world: World, to: number) => void

/**
 * Lets real time pass in the world. While something is going on its clock runs at `speed`; when nothing is, it runs as clocks do, and
 * is never behind the machine's.
 */
export function passTime(
  world: World,
  {
    from,
    to,
    speed,
    advance,
  }: { readonly from: number; readonly to: number; readonly speed: number; readonly advance: Advance },
): void {
  const start = world.now
  const end = start + Math.max(0, to - from) * speed
  for (let next = world.due[0]; next !== undefined && next.at <= end; next = world.due[0])
    advance(world, next.at)
  if (world.due.length > 0) {
    advance(world, Math.max(world.now, end))
    return
  }
  const idle = (end - world.now) / speed
  world.now = Math.max(world.now + idle, to)
}
