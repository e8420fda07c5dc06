import type { World } from '../world.ts'

/** A world in which nothing exists yet. */
export function newWorld(seed: string, now: number): World {
  return {
    version: 1,
    seed,
    draws: 0,
    now,
    settings: { signals: 'automatic' },
    stacks: {},
    changeSets: {},
    live: {},
    due: [],
    faults: [],
    store: { parameters: {}, secrets: {}, buckets: {} },
    driftDetections: {},
    refactors: {},
  }
}
