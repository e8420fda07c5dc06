import { expect } from 'chai'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printRelations } from '../../scripts/corpus/print-relations.ts'
import type { Relation } from '../../scripts/corpus/relations.ts'
import { loadSpec } from '../../scripts/spec/load.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const read = (file: string): string => readFileSync(join(here, file), 'utf8')

describe('type tests', () => {
  it('refuse at least 40 mistakes in at least 12 services, each with its reason', () => {
    const refused = ['refused-references.types.ts', 'refused-shapes.types.ts'].map(read).join('\n')
    const directives = refused.split('\n').filter((line) => line.includes('@ts-expect-error'))
    expect(directives.length).to.be.at.least(40)
    expect(directives.filter((line) => !/@ts-expect-error \w+ \w+/.test(line))).to.deep.equal([])
    const services = new Set(refused.match(/cfstack\/aws\/\w+/g))
    expect(services.size).to.be.at.least(12)
  })

  it('compile every relation of relations.json', async () => {
    const relations = JSON.parse(read('relations.json')) as readonly Relation[]
    const { text, tested } = printRelations(relations, await loadSpec())
    expect(tested).to.be.at.least(400)
    expect(text).to.equal(read('relations.types.ts'))
  })
})

describe('stacks/ and src/resources/', () => {
  it('hold no cast: the types are never in the way', () => {
    const files = ['stacks', 'src/resources'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    )
    expect(files).to.not.deep.equal([])
    expect(
      files.flatMap((file) =>
        castsIn(readFileSync(join(root, file), 'utf8')).map((cast) => `${file}: ${cast}`),
      ),
    ).to.deep.equal([])
  })
})

/** Casts, `any` and non-null assertions, outside comments and text; `as const` and renamed imports are none. */
function castsIn(source: string): readonly string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/^(?:import|export) (?:type )?(?:\*|\{)[^;'"]*/gm, '')
  return (
    code.match(/\bas (?!const\b)[\w<{('[]+|<any>|: any\b|\bany\[\]|@ts-\w+|[\w)\]]!(?=[.;,)\]\n[])/g) ?? []
  )
}
