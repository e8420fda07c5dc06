import { Ajv } from 'ajv'
import { keywords } from './keywords.ts'

/** An ajv for resource schemas, the same for the precompiled validators (`source`) and for those compiled when first met. */
export function makeAjv(options: { readonly source?: boolean } = {}): Ajv {
  const code = options.source === true ? { source: true, optimize: 2 } : { optimize: false }
  const ajv = new Ajv({ strict: false, allErrors: true, messages: false, validateSchema: false, meta: false, inlineRefs: false, code })
  for (const keyword of keywords) ajv.addKeyword(keyword)
  return ajv
}
