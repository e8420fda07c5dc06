/** A regular expression as Python has it to one of JavaScript's: what both have, and what is easily said otherwise. */
export function fromPython(pattern: string): string {
  return inlineFlags(anchors(pattern))
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
