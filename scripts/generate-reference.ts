import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { templateOf } from './reference/made-by.ts'
import { printPage } from './reference/print-page.ts'
import { readSources } from './reference/read-sources.ts'
import { given, groups } from './reference/samples.ts'

// Writes docs/reference: a page for each fragment, from its source and from what it makes. `npm run docs`

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url))
const sources = readSources(fileURLToPath(new URL('../src/resources/', import.meta.url)))

const pages: [name: string, text: string][] = [['README.md', index()]]
for (const { samples } of groups) {
  for (const [name, make] of Object.entries(samples)) {
    const fragment = sources.functions.get(name)
    if (fragment === undefined) throw new Error(`Cannot write the page of "${name}": src/resources has none`)
    pages.push([pageOf(name), printPage(fragment, templateOf(make(), given), sources)])
  }
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [name, text] of pages) await write(name, text)

function index(): string {
  const lines = groups.flatMap(({ title, samples }) => [
    `## ${title}`,
    Object.keys(samples)
      .map(
        (name) =>
          `- [\`${name}\`](${pageOf(name)}): ${firstSentence(sources.functions.get(name)?.doc ?? '')}`,
      )
      .join('\n'),
  ])
  const generated = '<!-- Generated from src/resources by `npm run docs`. -->'
  const about = 'How fragments work together: see [fragments](../fragments.md).'
  return ['# Reference of the fragments', generated, about, ...lines].join('\n\n')
}

function pageOf(name: string): string {
  return `${name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.md`
}

function firstSentence(doc: string): string {
  return (/^[\s\S]*?[.:](?=\s|$)/.exec(doc)?.[0] ?? doc).replace(/\s+/g, ' ').replace(/:$/, '.')
}

async function write(name: string, text: string): Promise<void> {
  const file = `${folder}${name}`
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }))
}
