import type { Template } from '../../model/template.ts'

/**
 * A template in the one form in which templates are compared: CloudFormation takes `80` and `"80"`, `"A.Arn"` and `["A", "Arn"]`, one
 * name and a list of one for the same.
 */
export function normalised(template: Template): Template {
  const plain = scalars(template) as Template
  const resources = Object.entries(plain.Resources ?? {}).map(([id, resource]) => {
    const { DependsOn, ...rest } = resource
    return [id, DependsOn === undefined ? rest : { ...rest, DependsOn: [DependsOn].flat().sort() }] as const
  })
  return { ...plain, Resources: Object.fromEntries(resources) }
}

function scalars(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scalars)
  if (value instanceof Date) return value.toISOString()
  if (typeof value !== 'object' || value === null) return value === null ? null : String(value)
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([name, inner]) => {
      const isDotted = name === 'Fn::GetAtt' && typeof inner === 'string' && inner.includes('.')
      return [name, isDotted ? splitOnce(inner) : scalars(inner)]
    }),
  )
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf('.')
  return [text.slice(0, at), text.slice(at + 1)]
}
