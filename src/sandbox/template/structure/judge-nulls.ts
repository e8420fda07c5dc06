import { validationError } from '../../service-error.ts'

/** Throws for the first `null`: there is none in templates, other than in metadata. */
export function judgeNulls(template: unknown): void {
  const path: string[] = []
  const walk = (value: unknown): void => {
    if (value === null)
      throw validationError(`[/${path.join('/')}] 'null' values are not allowed in templates`)
    if (typeof value !== 'object') return
    for (const [key, inner] of Object.entries(value)) {
      path.push(key)
      walk(inner)
      path.pop()
    }
  }
  walk(template)
}
