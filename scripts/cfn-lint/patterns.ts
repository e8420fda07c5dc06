import { toRegExp } from '../../src/validate/schemas/patterns.ts'

/**
 * Regular expressions as cfn-lint has them (Python's `regex`) to JavaScript's. Most mean the same in both and stay as they are; they are
 * compiled without the `u` flag unless they name Unicode properties. Those that V8 searches without bound are rewritten by hand.
 */
export function toJavaScript(pattern: string): string {
  const rewritten = byHand[pattern]
  const translated = rewritten ?? inlineFlags(anchors(pattern))
  toRegExp(translated) // Throws for what is still no pattern.
  return translated
}

/** `\A` and `\Z` do not exist in JavaScript, where `^` and `$` mean them. */
function anchors(pattern: string): string {
  return pattern.replace(/\\([\s\S])/g, (escape, letter: string) =>
    letter === 'A' ? '^' : letter === 'Z' || letter === 'z' ? '$' : escape,
  )
}

/** `(?s)` and `(?i)` hold for the whole pattern: dots and letters are written out instead. */
function inlineFlags(pattern: string): string {
  const parts = pattern.replace(/\(\?[si]\)/g, '').match(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|[\s\S]/g) ?? []
  const dots = pattern.includes('(?s)') ? parts.map((part) => (part === '.' ? '[\\s\\S]' : part)) : parts
  return (pattern.includes('(?i)') ? dots.map(bothCases) : dots).join('')
}

function bothCases(part: string): string {
  if (/^[a-z]$/i.test(part)) return `[${part.toLowerCase()}${part.toUpperCase()}]`
  return part === '[0-9a-f]' ? '[0-9a-fA-F]' : part
}

const anyText = '^[\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]*$'
const visible = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}'

/** What no rule translates: mistakes of the source, and loops inside loops, made to say the same in one way only. */
const byHand: { readonly [pattern: string]: string } = {
  '^(?! )[\\p{L}\\p{N}\\p{Z}-_]*(?<! )$': '^(?! )[\\p{L}\\p{N}\\p{Z}\\-_]*(?<! )$',
  '^[\\p{Graph}\\x20]*$': `^[${visible}\\x20]*$`,
  '[\\p{Graph}\\x20]*': `[${visible}\\x20]*`,
  '^[\\p{Print}]*$': `^[${visible}\\p{Zs}]*$`,
  '^\\p{Print}+$': `^[${visible}\\p{Zs}]+$`,
  '^[\\p{Print}&&[^|:/]]+$': '^[^|:/\\p{C}]+$',
  '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,128}': '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)$',
  '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)${1,256}': '^([\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]*)$',
  '^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*$': anyText,
  '^[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\t]*$': anyText.replace('\\n\\r', ''),
}
