import type { Template } from '../../model/template.ts'

/** Shows a property's value, or stars where it may hold a secret. */
export type Mask = (
  value: string,
  at: { logicalId: string; path: string; cause?: string | undefined },
) => string

const stars = '****'

/**
 * Makes the mask of a template: values that come from NoEcho parameters, properties that mention one, and any text that
 * holds one of the secrets become stars.
 */
export function maskFor(template: Template, secrets: readonly string[]): Mask {
  const hidden = new Set(
    Object.entries(template.Parameters ?? {})
      .filter(([, parameter]) => String(parameter['NoEcho']) === 'true')
      .map(([name]) => name),
  )
  return (value, { logicalId, path, cause }) => {
    if (cause !== undefined && hidden.has(cause)) return stars
    if (mentions(propertyAt(template, logicalId, path), hidden)) return stars
    return hideSecrets(value, secrets)
  }
}

/** A text with stars in place of every secret. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, stars), text)
}

/** The top-level property that a path is in; the whole resource when the path names none. */
function propertyAt(template: Template, logicalId: string, path: string): unknown {
  const resource = template.Resources[logicalId]
  const [section, name] = path.split('.')
  return section === 'Properties' && name !== undefined ? resource?.Properties?.[name] : resource
}

function mentions(value: unknown, names: ReadonlySet<string>): boolean {
  if (names.size === 0 || typeof value !== 'object' || value === null) return false
  if (Array.isArray(value)) return value.some((item) => mentions(item, names))
  return Object.entries(value).some(([key, inner]) => {
    if (key === 'Ref') return names.has(String(inner))
    if (key === 'Fn::Sub') return subMentions(inner, names) || mentions(inner, names)
    return mentions(inner, names)
  })
}

function subMentions(inner: unknown, names: ReadonlySet<string>): boolean {
  const text = Array.isArray(inner) ? String(inner[0]) : String(inner)
  return [...text.matchAll(/\$\{([A-Za-z0-9]+)\}/g)].some(([, name]) => names.has(name ?? ''))
}
