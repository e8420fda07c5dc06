import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../../model/code-root.ts'
import type { Manifest } from '../../model/manifest.ts'
import { commandList } from '../command-list.ts'
import type { CompletionFacts } from './complete.ts'

/** What completion knows here: what can't be read is not offered. */
export const completionFacts: CompletionFacts = {
  commands: commandList,
  stacks: (manifest = 'templates-out/stacks.json') =>
    orNone(() => Object.keys((JSON.parse(readFileSync(manifest, 'utf8')) as Manifest).stacks)),
  regions: () =>
    orNone(() => {
      const file = fileURLToPath(new URL('spec/generated/regions.json', codeRoot))
      return (JSON.parse(readFileSync(file, 'utf8')) as { regions: readonly string[] }).regions
    }),
  profiles: () =>
    orNone(() => {
      const file = process.env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws/config')
      const sections = readFileSync(file, 'utf8').matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm)
      return [...sections]
        .map(([, name]) => name ?? '')
        .filter((name) => !/^(sso-session|services) /.test(name))
    }),
}

function orNone(read: () => readonly string[]): readonly string[] {
  try {
    return read()
  } catch {
    return []
  }
}
