import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../model/code-root.ts'

type Entry = typeof import('./entry.ts')

let loaded: Entry | undefined

/** The checks are most of the code, and most who import the library want to make templates: they are loaded when first called. */
function entry(): Entry {
  return (loaded ??= createRequire(import.meta.url)(
    fileURLToPath(new URL('validate/entry.cjs', codeRoot)),
  ) as Entry)
}

export const examine: Entry['examine'] = (...given) => entry().examine(...given)
export const parseTemplate: Entry['parseTemplate'] = (...given) => entry().parseTemplate(...given)
export const validate: Entry['validate'] = (...given) => entry().validate(...given)
export const validateApp: Entry['validateApp'] = (...given) => entry().validateApp(...given)
