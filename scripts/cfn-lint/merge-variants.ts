import type { AnySchema } from './lean.ts'

/**
 * One schema for all regions: what any of the variants takes. The first is the base, which the others may only widen: their further
 * properties, definitions and enumerated values are added.
 */
export function mergeVariants(variants: readonly AnySchema[]): AnySchema {
  return variants.reduce(widen)
}

function widen(base: AnySchema, other: AnySchema): AnySchema {
  const widened: { [keyword: string]: unknown } = { ...base }
  for (const keyword of ['properties', 'patternProperties', 'definitions']) {
    if (isSchema(base[keyword]) && isSchema(other[keyword]))
      widened[keyword] = widenNamed(base[keyword], other[keyword])
  }
  if (Array.isArray(base['enum']) && Array.isArray(other['enum']))
    widened['enum'] = [...new Set([...base['enum'], ...other['enum']])]
  if (isSchema(base['items']) && isSchema(other['items']))
    widened['items'] = widen(base['items'], other['items'])
  return widened
}

function widenNamed(base: AnySchema, other: AnySchema): AnySchema {
  const entries = Object.entries(other).map(([name, schema]) => [
    name,
    isSchema(base[name]) && isSchema(schema) ? widen(base[name], schema) : (base[name] ?? schema),
  ])
  return { ...base, ...Object.fromEntries(entries) }
}

function isSchema(value: unknown): value is AnySchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
