import type { Path } from './finding.ts'

/** The path as far as it leads to something. */
export function existingPath(path: Path, root: unknown): Path {
  let at = root
  for (const [index, step] of path.entries()) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return path.slice(0, index)
    at = (at as { readonly [step: string | number]: unknown })[step]
  }
  return path
}
