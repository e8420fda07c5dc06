/** What a recorded session consists of: commands with their output, and edits of files. */
export type Step =
  | { readonly command: string; readonly output: readonly string[] }
  | { readonly file: string; readonly from: string; readonly to: string }

const blocks = /^```(console|diff)\n([\s\S]*?)^```$/gm

/** The steps of a Markdown file: its `console` and `diff` blocks, in order. */
export function stepsOf(markdown: string): readonly Step[] {
  return [...markdown.matchAll(blocks)].flatMap(([, language, text = '']): readonly Step[] =>
    language === 'diff' ? [editOf(text)] : commandsOf(text),
  )
}

/** The Markdown file with other output in its `console` blocks, one for each command. */
export function withOutputs(markdown: string, outputs: readonly (readonly string[])[]): string {
  const left = [...outputs]
  return markdown.replace(blocks, (block: string, language: string, text: string) => {
    if (language === 'diff') return block
    const parts = commandsOf(text).map(({ command }) => [`$ ${command}`, ...(left.shift() ?? [])].join('\n'))
    return `\`\`\`console\n${parts.join('\n')}\n\`\`\``
  })
}

function commandsOf(text: string): readonly { command: string; output: readonly string[] }[] {
  return `\n${text.trimEnd()}`
    .split('\n$ ')
    .slice(1)
    .map((part) => {
      const [command = '', ...output] = part.split('\n')
      return { command, output }
    })
}

/** An edit of one line: the file's name after three dashes, the line before and after. */
function editOf(text: string): Step {
  const file = /^--- (.+)$/m.exec(text)?.[1]
  const from = /^-(?!-- )(.*)$/m.exec(text)?.[1]
  const to = /^\+(?!\+\+ )(.*)$/m.exec(text)?.[1]
  if (file === undefined || from === undefined || to === undefined)
    throw new Error(`no edit of a line: ${text}`)
  return { file, from, to }
}
