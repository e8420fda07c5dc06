/** A dynamic reference: `{{resolve:ssm:/app/size:3}}`. */
export interface DynamicReference {
  /** As it is written, with its braces. */
  readonly text: string
  readonly service: string
  /** What follows the service, at its colons; ARNs have some of their own. */
  readonly parts: readonly string[]
}

/** What a text refers to, in its order. */
export function referencesIn(text: string): readonly DynamicReference[] {
  if (!text.includes('{{resolve:')) return []
  return [...text.matchAll(pattern)].map((match) => parse(match[0], match[1] as string))
}

/** A text with something in place of each of its dynamic references. */
export function replaceReferences(text: string, replace: (reference: DynamicReference) => string): string {
  if (!text.includes('{{resolve:')) return text
  return text.replace(pattern, (whole, inner: string) => replace(parse(whole, inner)))
}

const pattern = /\{\{resolve:([^{}]+)\}\}/g

function parse(text: string, inner: string): DynamicReference {
  const [service = '', ...parts] = inner.trim().split(':')
  return { text, service, parts }
}
