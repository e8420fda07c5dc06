import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A fenced block of a Markdown file. */
export interface CodeBlock {
  /** File and line of the opening fence, for messages. */
  readonly place: string
  readonly language: string
  readonly text: string
}

/** The fenced blocks of a Markdown file, in order. */
export function codeBlocks(file: string, text: string): readonly CodeBlock[] {
  const blocks: CodeBlock[] = []
  const fence = /^```(\w+)\n([\s\S]*?)^```$/gm
  for (const match of text.matchAll(fence)) {
    const line = text.slice(0, match.index).split('\n').length
    blocks.push({ place: `${file}:${line}`, language: match[1] as string, text: match[2] as string })
  }
  return blocks
}

/** The blocks of the README and of every guide. */
export function allBlocks(root: string): readonly CodeBlock[] {
  const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))
  const files = ['README.md', ...guides.map((name) => `docs/${name}`)]
  return files.flatMap((file) => codeBlocks(file, readFileSync(join(root, file), 'utf8')))
}
