import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A manifest with its templates in a temporary folder. */
export interface TestApp {
  readonly manifest: string
  remove(): void
}

/** Writes stacks as a build would, in the order of their creation. */
export function testApp(
  stacks: Readonly<Record<string, { readonly template: object; readonly settings?: object }>>,
): TestApp {
  const folder = mkdtempSync(join(tmpdir(), 'cfstack-app-'))
  const entries = Object.entries(stacks).map(([name, { template, settings = {} }]) => {
    const text = `${JSON.stringify(template, null, 2)}\n`
    writeFileSync(join(folder, `${name}.json`), text)
    const sha256 = createHash('sha256').update(text).digest('hex')
    return [name, { template: `${name}.json`, sha256, ...settings }]
  })
  const manifest = join(folder, 'stacks.json')
  writeFileSync(manifest, JSON.stringify({ version: 1, stacks: Object.fromEntries(entries) }))
  return { manifest, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
