import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CfstackError } from '../../model/error.ts'
import { globRoot, globToRegExp } from './glob.ts'

/** The templates below a folder: JSON and YAML files that look like one. `node_modules` and hidden folders are left out. */
export function templatesIn(folder: string): readonly string[] {
  return filesBelow(folder, isHidden).filter(
    (file) => /\.(?:json|ya?ml|template)$/i.test(file) && looksLikeTemplate(file),
  )
}

/** The files that a pattern matches, in order of their names; hidden ones and `node_modules` only when the pattern names them. */
export function filesMatching(pattern: string): readonly string[] {
  const forward = pattern.replaceAll('\\', '/').replace(/^\.\//, '')
  const matcher = compiled(forward)
  const skipped = (name: string): boolean => isHidden(name) && !forward.includes(`${name}/`)
  return filesBelow(globRoot(forward), skipped).filter((file) => matcher.test(file.replaceAll('\\', '/')))
}

function compiled(pattern: string): RegExp {
  try {
    return globToRegExp(pattern)
  } catch (cause) {
    throw new CfstackError('E_USAGE', `Cannot read pattern "${pattern}": ${(cause as Error).message}`, {
      hint: 'Patterns have *, **, ?, [a-z] and {json,yaml}',
      cause,
    })
  }
}

function filesBelow(folder: string, skip: (name: string) => boolean): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (skip(entry.name)) return []
    return entry.isDirectory()
      ? filesBelow(path, skip)
      : entry.isFile() || entry.isSymbolicLink()
        ? [path]
        : []
  })
}

/** What a folder holds, by name; nothing when it may not be read. */
function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch {
    return []
  }
}

function isHidden(name: string): boolean {
  return name === 'node_modules' || name.startsWith('.')
}

/** A template has a version of the format, or resources whose types are those of resources. */
function looksLikeTemplate(file: string): boolean {
  const text = textOf(file)
  if (/^\s*["']?AWSTemplateFormatVersion["']?\s*:/m.test(text)) return true
  return /["']?Resources["']?\s*:/.test(text) && /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/.test(text)
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
