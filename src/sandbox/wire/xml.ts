/** A value as XML elements: lists as `member`s, what is undefined left out. */
export function xmlOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map((item) => element('member', item)).join('')
  if (typeof value !== 'object') return escapeXml(String(value))
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && inner !== null)
    .map(([name, inner]) => element(name, inner))
    .join('')
}

/** A value in an element of this name. */
export function element(name: string, value: unknown): string {
  const inner = xmlOf(value)
  return inner === '' ? `<${name}/>` : `<${name}>${inner}</${name}>`
}

// What XML 1.0 can't hold, not even escaped.
// eslint-disable-next-line no-control-regex
const unspeakable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
}

/** Text as it may stand in an element or attribute. */
export function escapeXml(text: string): string {
  return text.replace(unspeakable, '').replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign)
}
