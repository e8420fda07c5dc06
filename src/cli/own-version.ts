import { readFileSync } from 'node:fs'
import { codeRoot } from '../model/code-root.ts'

/** The version of this package. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../package.json', codeRoot), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
