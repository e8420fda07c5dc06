import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from '../../model/manifest.ts'
import type { PreviousBuild } from '../../compose/exports.ts'
import type { Template } from '../../model/template.ts'
import { CfstackError } from '../../model/error.ts'

/** Name of the manifest in the output folder. */
export const manifestFile = 'stacks.json'

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What the last build wrote, by stack name; empty when there was none. Throws `E_LAST_BUILD` when it is damaged. */
export function readPrevious(folder: string): { readonly [stackName: string]: PreviousBuild } {
  const manifest = readJson(join(folder, manifestFile)) as Manifest | undefined
  const entries = Object.entries(manifest?.stacks ?? {}).flatMap(([name, { template, exports = {} }]) => {
    const built = readJson(join(folder, template)) as Template | undefined
    return built === undefined ? [] : [[name, { exports, template: built }] as const]
  })
  return Object.fromEntries(entries)
}

function readJson(file: string): unknown {
  const text = readText(file)
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new CfstackError(
      'E_LAST_BUILD',
      `Cannot read what the last build wrote, "${file}": it is not JSON`,
      {
        hint: 'Take it from version control again: it says which exports other stacks may still import. Or remove it',
        cause,
      },
    )
  }
}

/** Whether a file was new, other than before, or the same; the same one is left untouched. */
export type Written = 'new' | 'changed' | 'unchanged'

/** Writes all files or none that is torn: each is complete under another name before it takes its own. */
export function writeFiles(
  folder: string,
  files: { readonly [name: string]: string },
): { readonly [name: string]: Written } {
  mkdirSync(folder, { recursive: true })
  const states = Object.entries(files).map(([name, text]) => {
    const before = readText(join(folder, name))
    if (before === text) return [name, 'unchanged'] as const
    writeFileSync(join(folder, `.${name}.new`), text)
    return [name, before === undefined ? 'new' : 'changed'] as const
  })
  for (const [name, state] of states)
    if (state !== 'unchanged') renameSync(join(folder, `.${name}.new`), join(folder, name))
  return Object.fromEntries(states)
}

/** Removes the templates of stacks that the app no longer has; returns their names. */
export function removeStale(
  folder: string,
  previous: { readonly [stackName: string]: unknown },
  current: ReadonlySet<string>,
): readonly string[] {
  const stale = Object.keys(previous).filter((name) => !current.has(name))
  for (const name of stale) rmSync(join(folder, `${name}.json`), { force: true })
  return stale
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
