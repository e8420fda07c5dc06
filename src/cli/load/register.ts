import * as nodeModule from 'node:module'
import { load, resolve } from './typescript-hooks.ts'

let registered = false

/** Lets `import()` read TypeScript files from here on, on Node 20 in the loader's thread, on newer ones in this thread. */
export function registerTypeScript(): void {
  if (registered) return
  registered = true
  process.setSourceMapsEnabled(true)
  const { registerHooks } = nodeModule as { registerHooks?: (hooks: object) => void }
  if (registerHooks !== undefined) registerHooks({ resolve, load })
  else nodeModule.register(new URL('./typescript-hooks.js', import.meta.url))
}
