import type { World } from '../world.ts'
import { withLock } from './lock.ts'
import { makeFolder, readWorld, versionOf, writeWorld, type KeptWorld } from './world-file.ts'

/** Work on the world: what came out, the world from now on, and whether anything happened but that time went by. */
export type Work<T> = (kept: KeptWorld) => {
  readonly result: T
  readonly world: World
  readonly changed: boolean
}

/** Keeps the world between calls, and lets one call at a time work on it. */
export interface Keeper {
  use<T>(work: Work<T>): T
}

/** Keeps the world in memory. */
export function memoryKeeper(first: () => World): Keeper {
  let kept: KeptWorld = { world: first(), savedAt: Date.now() }
  return {
    use(work) {
      const { result, world } = work(kept)
      kept = { world, savedAt: Date.now() }
      return result
    },
  }
}

/** Keeps the world in a file, which other processes may use at the same time. It is written when something has happened. */
export function fileKeeper(path: string, first: () => World): Keeper {
  let known: { readonly kept: KeptWorld; readonly version: string | undefined } | undefined
  const current = (): KeptWorld => {
    if (known !== undefined && known.version === versionOf(path)) return known.kept
    return readWorld(path) ?? { world: first(), savedAt: Date.now() }
  }
  return {
    use(work) {
      makeFolder(path)
      return withLock(`${path}.lock`, (held) => {
        const before = current()
        // What a bug leaves half done is forgotten.
        known = undefined
        const { result, world, changed } = work(before)
        const kept = { world, savedAt: Date.now() }
        if (changed) writeWorld(path, kept, held)
        known = { kept, version: versionOf(path) }
        return result
      })
    },
  }
}
