/**
 * One use of a resource in a property of another: source type, property path, target type, `Ref` or the attribute's name. In a
 * path, `[]` stands for any index and `*` for a key that can be no property's name.
 */
export type Relation = readonly [source: string, path: string, target: string, attribute: string]

/** The direct uses of resources in the properties of others; inside `Fn::If` too, inside text (`Fn::Sub`, `Fn::Join`) not. */
export function relationsOfTemplate(template: unknown): readonly Relation[] {
  const types = new Map<string, string>()
  const resources = Object.entries(objectAt(template, 'Resources'))
  for (const [id, content] of resources) {
    const type = objectOr(content)['Type']
    if (typeof type === 'string') types.set(id, type)
  }
  return resources.flatMap(([id, content]) => {
    const source = types.get(id)
    return source === undefined
      ? []
      : Object.entries(objectAt(content, 'Properties')).flatMap(([name, value]) =>
          uses(value, name, source, types),
        )
  })
}

function uses(
  value: unknown,
  path: string,
  source: string,
  types: ReadonlyMap<string, string>,
): readonly Relation[] {
  if (Array.isArray(value)) return value.flatMap((item) => uses(item, `${path}[]`, source, types))
  const entries = Object.entries(objectOr(value))
  const [name, content] = entries.length === 1 ? (entries[0] as [string, unknown]) : ['', undefined]
  if (name === 'Fn::If' && Array.isArray(content))
    return content.slice(1).flatMap((branch) => uses(branch, path, source, types))
  if (name === 'Ref' || name === 'Fn::GetAtt') {
    const [id, attribute] = referred(content)
    const target = types.get(id)
    return target === undefined || (name === 'Fn::GetAtt') !== (attribute !== undefined)
      ? []
      : [[source, path, target, attribute ?? 'Ref']]
  }
  if (name.startsWith('Fn::')) return []
  return entries.flatMap(([key, inner]) =>
    uses(inner, `${path}.${/^\w+$/.test(key) ? key : '*'}`, source, types),
  )
}

/** The logical id and the attribute that `Ref` and `Fn::GetAtt` name, in either spelling. */
function referred(content: unknown): readonly [id: string, attribute?: string] {
  if (Array.isArray(content))
    return content.every((part) => typeof part === 'string')
      ? [content[0] as string, content.slice(1).join('.')]
      : ['']
  const [id = '', ...attribute] = typeof content === 'string' ? content.split('.') : []
  return attribute.length === 0 ? [id] : [id, attribute.join('.')]
}

function objectAt(value: unknown, key: string): object {
  return objectOr(objectOr(value)[key])
}

function objectOr(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : {}
}
