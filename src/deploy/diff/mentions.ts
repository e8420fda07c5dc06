/** Places in a value that refer to one of the resources, as paths with the name that stands there. */
export function mentions(
  value: unknown,
  names: ReadonlySet<string>,
  path: readonly string[] = [],
): readonly { readonly path: readonly string[]; readonly name: string }[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value))
    return value.flatMap((item, index) => mentions(item, names, [...path, String(index)]))
  const entries = Object.entries(value as Record<string, unknown>)
  const own = entries.length === 1 ? referred(entries[0]!).filter((name) => names.has(name)) : []
  if (own.length > 0) return own.map((name) => ({ path, name }))
  const isFunction = entries.length === 1 && entries[0]![0].startsWith('Fn::')
  return entries.flatMap(([name, inner]) => {
    const below = mentions(inner, names, isFunction ? path : [...path, name])
    return isFunction ? below.map((one) => ({ ...one, path })) : below
  })
}

function referred([name, inner]: readonly [string, unknown]): readonly string[] {
  if (name === 'Ref') return [String(inner)]
  if (name === 'Fn::GetAtt') return [String(Array.isArray(inner) ? inner[0] : inner).split('.')[0] ?? '']
  if (name !== 'Fn::Sub') return []
  const text = String(Array.isArray(inner) ? inner[0] : inner)
  return [...text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g)].map(([, id]) => id ?? '')
}
