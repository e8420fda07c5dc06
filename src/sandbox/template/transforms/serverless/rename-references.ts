import { isObject } from '../../../../validate/json.ts'

/** A value in which references name the resources that were made: `Hello.Version` the version, a layer the layer's version. */
export function renameReferences(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renameReferences(item, renamed))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, renamedArgument(key, inner, renamed)]),
  )
}

function renamedArgument(key: string, argument: unknown, renamed: ReadonlyMap<string, string>): unknown {
  const name = (id: unknown): unknown => renamed.get(String(id)) ?? id
  if (key === 'Ref') return name(argument)
  if (key === 'DependsOn') return Array.isArray(argument) ? argument.map(name) : name(argument)
  if (key === 'Fn::GetAtt' && Array.isArray(argument)) return [name(argument[0]), ...argument.slice(1)]
  if (key !== 'Fn::Sub') return renameReferences(argument, renamed)
  if (!Array.isArray(argument)) return renamedText(argument, renamed)
  const [text, ...own] = argument as readonly unknown[]
  return [renamedText(text, renamed), ...own.map((one) => renameReferences(one, renamed))]
}

function renamedText(text: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (typeof text !== 'string') return text
  return text.replace(/\$\{([\w.]+)\}/g, (whole, id: string) => {
    const exact = renamed.get(id)
    if (exact !== undefined) return `\${${exact}}`
    const [first = '', ...rest] = id.split('.')
    const other = renamed.get(first)
    return other === undefined ? whole : `\${${[other, ...rest].join('.')}}`
  })
}
