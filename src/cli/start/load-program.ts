import type { CodeCache } from '../../validate/schemas/code-cache.ts'

/** The program, and where its code is kept as the engine compiled it, if it is. */
export interface LoadedProgram {
  readonly program: typeof import('../program.ts')
  readonly code?: CodeCache
}

/** Loads the program from its source. In the bundle, `load-bundled-program.ts` takes the place of this module. */
export async function loadProgram(_args: readonly string[]): Promise<LoadedProgram> {
  return { program: await import('../program.ts') }
}
