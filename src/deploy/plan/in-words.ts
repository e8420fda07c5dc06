/**
 * A template's value as a few words: text as it is, and functions as `Fn::Sub` would write them. What has no short form is JSON.
 *
 * @example
 * inWords({ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Logs', 'Arn'] }, '/*']] }) // '${Logs.Arn}/*'
 */
export function inWords(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const entries = Object.entries(value)
  const [call, argument] = entries[0] ?? []
  const words = entries.length === 1 && call !== undefined ? forms[call]?.(argument) : undefined
  return words ?? JSON.stringify(value)
}

/** What a call looks like in words; undefined when its argument is of another shape. */
const forms: Readonly<Record<string, (argument: unknown) => string | undefined>> = {
  Ref: (name) => (typeof name === 'string' ? `\${${name}}` : undefined),
  'Fn::GetAtt': (target) => {
    if (typeof target === 'string') return `\${${target}}`
    return isTexts(target) ? `\${${target.join('.')}}` : undefined
  },
  'Fn::Sub': (text) => (typeof text === 'string' ? text : undefined),
  'Fn::Join': (argument) => {
    const [separator, parts] = Array.isArray(argument) ? (argument as readonly unknown[]) : []
    return typeof separator === 'string' && Array.isArray(parts)
      ? parts.map(inWords).join(separator)
      : undefined
  },
  'Fn::ImportValue': (name) => `import of ${inWords(name)}`,
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string')
}
