import type { Ajv } from 'ajv'
import { ajvModule } from './keywords/ajv-module.ts'
import { branchKeywords } from './keywords/branches.ts'
import { groupKeywords } from './keywords/groups.ts'
import { propertiesKeyword } from './keywords/properties.ts'
import { referenceKeyword } from './keywords/reference.ts'
import { valueKeywords } from './keywords/values.ts'
import { toRegExp } from './patterns.ts'

/**
 * An ajv for prepared schemas, the same for the precompiled validators (`source`) and for those compiled when first met. Of JSON Schema's
 * keywords it has those that schemas of resource types use, and cfn-lint's own; `prepare()` gives schemas their form.
 */
export function makeAjv(options: { readonly source?: boolean } = {}): Ajv {
  const module = ajvModule()
  const regExp = Object.assign((pattern: string) => toRegExp(pattern), { code: 'judges.toRegExp' })
  const ajv = new module.Ajv({
    strict: false,
    allErrors: true,
    messages: false,
    validateSchema: false,
    meta: false,
    inlineRefs: false,
    addUsedSchema: false,
    code: { regExp, ...(options.source === true ? { source: true, optimize: 1 } : { optimize: false }) },
  })
  const keywords = [
    referenceKeyword(module),
    propertiesKeyword(module),
    ...valueKeywords(module),
    ...groupKeywords(module),
    ...branchKeywords(module),
    ...module.standard,
  ]
  for (const keyword of keywords) ajv.addKeyword(keyword)
  return ajv as unknown as Ajv
}
