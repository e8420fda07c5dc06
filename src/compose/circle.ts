import { isResource } from '../model/resource.ts'

/** The path at which an object holds itself, for example `['Properties', 'Parent', 'Child']`; undefined when none does. */
export function circleIn(root: object): readonly string[] | undefined {
  const open = new Set<object>()
  const done = new Set<object>()
  const visit = (value: unknown, path: readonly string[]): readonly string[] | undefined => {
    if (typeof value !== 'object' || value === null || done.has(value)) return undefined
    if (value !== root && isResource(value)) return undefined
    if (open.has(value)) return path
    open.add(value)
    for (const [key, inner] of Object.entries(value)) {
      const found = visit(inner, [...path, key])
      if (found !== undefined) return found
    }
    open.delete(value)
    done.add(value)
    return undefined
  }
  return visit(root, [])
}
