import type { Due, World } from '../world.ts'

/** Puts what will happen into the row, behind what happens at the same time. */
export function schedule(world: World, due: Due): void {
  let low = 0
  let high = world.due.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (world.due[middle]!.at <= due.at) low = middle + 1
    else high = middle
  }
  world.due.splice(low, 0, due)
}

/** The kinds of what other rooms put into the row. It is theirs. */
export type OtherRoom = 'change-set' | 'drift' | 'refactor'

const ofOthers: ReadonlySet<string> = new Set<OtherRoom>(['change-set', 'drift', 'refactor'])

/** Nothing of what its operation was to do in this stack will happen. */
export function dropDue(world: World, stackId: string, matches: (due: Due) => boolean = () => true): void {
  let kept = 0
  for (const due of world.due)
    if (due.stackId !== stackId || ofOthers.has(due.kind) || !matches(due)) world.due[kept++] = due
  world.due.length = kept
}
