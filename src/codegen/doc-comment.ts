/** Longest text that a hover shows in full; longer ones end at a sentence before it and an ellipsis. */
const longest = 600

/** AWS's Markdown as a doc comment, with notes below it; empty when there is nothing to say. */
export function docComment(text: string, notes: readonly string[] = []): string {
  const body = shortened(text.trim()).replaceAll('*/', '*\\/')
  const lines = [
    ...(body === '' ? [] : body.split(/\n+/)),
    ...notes.map((note) => note.replaceAll('*/', '*\\/')),
  ]
  if (lines.length === 0) return ''
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line.trimEnd()}`).join('\n')}\n */\n`
}

function shortened(text: string): string {
  if (text.length <= longest) return text
  const end = Math.max(text.lastIndexOf('. ', longest), text.lastIndexOf('.\n', longest))
  return end > longest / 3 ? text.slice(0, end + 1) + ' …' : text.slice(0, longest) + '…'
}
