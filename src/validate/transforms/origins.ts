import type { Path } from '../finding.ts'

/** Where the parts of a transformed template stand in the template as it was written. */
export interface Origins {
  readonly set: (path: Path, origin: Path) => void
  /** The place as written, of a place in the transformed template. */
  readonly of: (path: Path) => Path
}

export function createOrigins(): Origins {
  const moved = new Map<string, Path>()
  return {
    set: (path, origin) => void moved.set(JSON.stringify(path), origin),
    of(path) {
      for (let length = path.length; length > 0 && moved.size > 0; length--) {
        const origin = moved.get(JSON.stringify(path.slice(0, length)))
        if (origin !== undefined) return [...origin, ...path.slice(length)]
      }
      return path
    },
  }
}
