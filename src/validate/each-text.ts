import type { Path } from './finding.ts'

/** Visits every text inside a value, with where it stands. The path is one list that goes on changing: copy it to keep it. */
export function eachText(value: unknown, start: Path, visit: (text: string, path: Path) => void): void {
  const path = [...start]
  const walk = (inner: unknown): void => {
    if (typeof inner === 'string') return visit(inner, path)
    if (typeof inner !== 'object' || inner === null) return
    for (const [key, next] of Object.entries(inner)) {
      path.push(Array.isArray(inner) ? Number(key) : key)
      walk(next)
      path.pop()
    }
  }
  walk(value)
}
