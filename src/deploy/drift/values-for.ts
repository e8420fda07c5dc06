import type { Template } from '../../model/template.ts'
import type { StackResourceDrift } from '../calls/client.ts'

/**
 * A template in which what refers to some resources has their values in place of the references, as far as these are known: the physical
 * id, and attributes that are properties too. Pure.
 */
export function withValuesFor(
  template: Template,
  gone: ReadonlyMap<string, StackResourceDrift>,
): { readonly template: Template; readonly problems: readonly string[] } {
  if (gone.size === 0) return { template, problems: [] }
  const problems: string[] = []
  const valueOf = (id: string, attribute: string | undefined, where: string): string | undefined => {
    const found = knownValue(gone.get(id) as StackResourceDrift, attribute)
    if (found === undefined)
      problems.push(`${where} uses ${id}.${attribute}, and nobody knows its value any more`)
    return found
  }
  const walk = (value: unknown, where: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, where))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value as Record<string, unknown>)
    const reference = entries.length === 1 ? referenceIn(entries[0] as [string, unknown]) : undefined
    if (reference !== undefined && gone.has(reference.id))
      return valueOf(reference.id, reference.attribute, where) ?? value
    return Object.fromEntries(
      entries.map(([name, inner]) => [
        name,
        name === 'Fn::Sub' ? substituted(inner, where) : walk(inner, where),
      ]),
    )
  }
  const substituted = (inner: unknown, where: string): unknown => {
    const replace = (text: string): string =>
      text.replaceAll(
        /\$\{([A-Za-z0-9]+)(?:\.([^}]+))?\}/g,
        (whole, id: string, attribute: string | undefined) =>
          gone.has(id) ? (valueOf(id, attribute, where) ?? whole) : whole,
      )
    if (typeof inner === 'string') return replace(inner)
    if (!Array.isArray(inner)) return walk(inner, where)
    return [replace(String(inner[0])), walk(inner[1], where)]
  }
  const resources = Object.entries(template.Resources).map(([id, { DependsOn, ...rest }]) => {
    const others = [DependsOn ?? []].flat().filter((name) => !gone.has(name))
    return [id, { ...(walk(rest, id) as object), ...(others.length === 0 ? {} : { DependsOn: others }) }]
  })
  const outputs = template.Outputs === undefined ? {} : { Outputs: walk(template.Outputs, 'Outputs') }
  const made = { ...template, ...outputs, Resources: Object.fromEntries(resources) } as Template
  return { template: made, problems: [...new Set(problems)] }
}

function referenceIn([name, inner]: readonly [string, unknown]):
  { readonly id: string; readonly attribute?: string } | undefined {
  if (name === 'Ref') return { id: String(inner) }
  if (name !== 'Fn::GetAtt') return undefined
  const [id = '', ...attribute] = Array.isArray(inner) ? inner.map(String) : String(inner).split('.')
  return { id, attribute: attribute.join('.') }
}

function knownValue(
  { PhysicalResourceId, ExpectedProperties }: StackResourceDrift,
  attribute: string | undefined,
): string | undefined {
  if (attribute === undefined) return PhysicalResourceId
  if (attribute.endsWith('Arn') && PhysicalResourceId?.startsWith('arn:')) return PhysicalResourceId
  const expected = JSON.parse(ExpectedProperties ?? '{}') as Record<string, unknown>
  const value = expected[attribute]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
