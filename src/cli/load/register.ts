import * as nodeModule from 'node:module'
import { codeRoot } from '../../model/code-root.ts'
import { importModule } from './import-module.ts'

let registered = false

/**
 * Lets `import()` read TypeScript files from here on, on Node 20 in the loader's thread, on newer ones in this thread. What the app
 * imports of cfstack is loaded before: from then on every module takes a detour through the hooks.
 */
export async function registerTypeScript(): Promise<void> {
  if (registered) return
  registered = true
  await importModule(ours('index'))
  process.setSourceMapsEnabled(true)
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void }
  if (registerHooks !== undefined) registerHooks(await importModule(ours('cli/load/typescript-hooks')))
  else nodeModule.register(ours('cli/load/typescript-hooks'))
}

function ours(name: string): string {
  return `${codeRoot}${name}.${codeRoot.endsWith('/src/') ? 'ts' : 'js'}`
}
