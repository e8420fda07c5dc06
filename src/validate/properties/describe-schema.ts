import type { AnySchema } from '../schemas/prepare.ts'

const most = 6

/** The forms that a value may have, as a hint: "Possible: with A and B; with C". Undefined when they cannot be told briefly. */
export function describeBranches(branches: readonly AnySchema[], root: AnySchema): string | undefined {
  const told = branches.map((branch) => describe(branch, root))
  if (told.length > most || told.some((one) => one === undefined)) return undefined
  return `Possible: ${[...new Set(told)].join('; ')}`
}

function describe(schema: AnySchema, root: AnySchema): string | undefined {
  const target = schema['$ref']
  if (typeof target === 'string') {
    const definitions = root['definitions'] as { readonly [name: string]: AnySchema } | undefined
    const found = definitions?.[target.replace('#/definitions/', '')]
    return found && describe(found, root)
  }
  const required = schema['required'] as readonly string[] | undefined
  if (required !== undefined && required.length > 0)
    return `with ${required.map((name) => `"${name}"`).join(' and ')}`
  if (Array.isArray(schema['enum'])) return schema['enum'].length > 8 ? undefined : schema['enum'].join(', ')
  if (typeof schema['pattern'] === 'string') return schema['pattern']
  if (typeof schema['format'] === 'string') return schema['format']
  return typeof schema['is'] === 'string' && Object.keys(schema).length === 1 ? schema['is'] : undefined
}
