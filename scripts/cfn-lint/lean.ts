import { lean as leanWith } from '../../src/validate/schemas/lean.ts'
import type { AnySchema } from '../../src/validate/schemas/prepare.ts'
import { toJavaScript } from './patterns.ts'

export type { AnySchema }

/** A schema of cfn-lint's with what judges values only; a pattern that does not translate is an error. */
export function lean(schema: AnySchema): AnySchema {
  return leanWith(schema, toJavaScript)
}

/** The schema as it is, only its regular expressions translated. */
export function translated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translated)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).map(([keyword, value]) => {
    if (keyword === 'pattern' && typeof value === 'string') return [keyword, toJavaScript(value)]
    const inner = translated(value) as AnySchema
    if (keyword !== 'patternProperties') return [keyword, inner]
    return [keyword, Object.fromEntries(Object.entries(inner).map(([key, one]) => [toJavaScript(key), one]))]
  })
  return Object.fromEntries(entries)
}
