const special = /[*?[{]/

/** Whether a name is a pattern: `*`, `?`, `[…]` or `{a,b}` is in it. */
export function isGlob(name: string): boolean {
  return special.test(name)
}

/** The folders of a pattern before its first one with wildcards: where to start looking. */
export function globRoot(pattern: string): string {
  const parts = pattern.split('/')
  const first = parts.findIndex((part) => special.test(part))
  return parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

/**
 * A pattern as a regular expression of whole paths with forward slashes: `*` and `?` stay inside a folder, `**` is any number of
 * folders, `[a-z]`, `[!a-z]` one character, `{json,yaml}` one of several.
 *
 * @example
 * globToRegExp('infra/**' + '/*.{json,yaml}').test('infra/a/b.yaml') // true
 */
export function globToRegExp(pattern: string): RegExp {
  let depth = 0
  const source = pattern
    .replace(/^\.\//, '')
    .replace(/\*\*\/|\*+|\?|\[(!?)((?:[^\]\\]|\\.)+)\]|[^]/g, (part, not, characters) => {
      if (part === '**/') return '(?:[^/]+/)*'
      if (part === '**') return '.*'
      if (part.startsWith('*')) return '[^/]*'
      if (part === '?') return '[^/]'
      if (characters !== undefined) return `[${not === '' ? '' : '^'}${characters.replaceAll('^', '\\^')}]`
      if (part === '{') {
        depth++
        return '(?:'
      }
      if (part === '}' && depth > 0) {
        depth--
        return ')'
      }
      if (part === ',' && depth > 0) return '|'
      return part.replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    })
  return new RegExp(`^${source}${')'.repeat(depth)}$`)
}
