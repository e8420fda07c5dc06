import * as nodeModule from 'node:module'
import { codeRoot } from '../../model/code-root.ts'

let registered = false

/**
 * Lets `import()` read TypeScript files from here on, on Node 20 in the loader's thread, on newer ones in this thread. What the app
 * imports of cfstack is loaded before: from then on every module takes a detour through the hooks.
 */
export async function registerTypeScript(): Promise<void> {
  if (registered) return
  registered = true
  await import('../../index.ts')
  process.setSourceMapsEnabled(true)
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void }
  if (registerHooks !== undefined) registerHooks(await import('./typescript-hooks.ts'))
  else nodeModule.register(new URL('cli/load/typescript-hooks.js', codeRoot))
}
