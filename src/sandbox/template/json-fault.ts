const scalar =
  /"(?:[ !#-[\]-\uFFFF]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][-+]?\d+)?|true|false|null/y
const key = /"(?:[ !#-[\]-\uFFFF]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"[\t\n\r ]*:/y
const space = /[\t\n\r ]*/y

/** Where a text stops being JSON, counted in characters; undefined when it is JSON to its end. */
export function jsonFault(text: string): number | undefined {
  const open: string[] = []
  let wanted: 'first' | 'key' | 'next' | 'value' = 'value'
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length
    at += length ?? 0
    return length !== undefined
  }
  for (take(space); ; take(space)) {
    const letter = text[at] ?? ''
    const around = open.at(-1)
    if (wanted === 'next' && around === undefined) return at === text.length ? undefined : at
    if ((wanted === 'next' || wanted === 'first') && letter !== '' && letter === around) {
      open.pop()
      at++
      wanted = 'next'
    } else if (wanted === 'next') {
      if (letter !== ',') return at
      at++
      wanted = around === '}' ? 'key' : 'value'
    } else if (wanted === 'key' || (wanted === 'first' && around === '}')) {
      if (!take(key)) return at
      wanted = 'value'
    } else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? '}' : ']')
      at++
      wanted = 'first'
    } else {
      if (!take(scalar)) return at
      wanted = 'next'
    }
  }
}
