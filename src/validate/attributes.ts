import type { TemplateView } from './template-view.ts'

/** Whether a resource type has an attribute; types that are not known, and those that make attributes up, have any. */
export function hasAttribute(type: string, attribute: string, { types }: TemplateView): boolean {
  const known =
    type.startsWith('AWS::Serverless::') || type.endsWith('::MODULE') ? undefined : types.attributes(type)
  if (known === undefined || known.includes('*') || known.includes(attribute)) return true
  // An object may be read whole or by its parts, of which the specification lists one or the other.
  return known.some((name) => name.startsWith(`${attribute}.`) || attribute.startsWith(`${name}.`))
}

/** `Fn::GetAtt` as resource and attribute, of either notation; undefined when the resource is no plain text. */
export function getAttParts(
  argument: unknown,
): { readonly id: string; readonly attribute: string | undefined } | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.')
    return dot < 0 ? undefined : { id: argument.slice(0, dot), attribute: argument.slice(dot + 1) }
  }
  if (!Array.isArray(argument) || argument.length < 2 || typeof argument[0] !== 'string') return undefined
  const rest: readonly unknown[] = argument.slice(1)
  const attribute = rest.every((part) => typeof part === 'string') ? rest.join('.') : undefined
  return { id: argument[0], attribute }
}
