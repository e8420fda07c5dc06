import { createRequire } from 'node:module'
import type { Ajv } from 'ajv'
import { keywordsOf } from './keywords.ts'

/**
 * An ajv for resource schemas, the same for the precompiled validators (`source`) and for those compiled when first met. Loading
 * ajv costs 20 ms, so that it happens here and not on import.
 */
export function makeAjv(options: { readonly source?: boolean } = {}): Ajv {
  const module = createRequire(import.meta.url)('ajv') as typeof import('ajv')
  const code = options.source === true ? { source: true, optimize: 2 } : { optimize: false }
  const ajv = new module.Ajv({
    strict: false,
    allErrors: true,
    messages: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    code,
  })
  for (const keyword of keywordsOf(module)) ajv.addKeyword(keyword)
  return ajv
}
