// Collects how public templates use one resource in another: `npx tsx scripts/collect-relations.ts FOLDER`, where FOLDER/expected.json
// names the templates by path and lists the errors in each; templates with errors are left out.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTemplate } from '../src/validate/read-template.ts'
import { relationsOfTemplate } from './corpus/relations.ts'

const folder = process.argv[2]
if (folder === undefined) throw new Error('Cannot collect relations: no folder given')

const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly [file: string]: readonly unknown[]
}
const clean = Object.keys(expected).filter((file) => expected[file]?.length === 0)
const found = clean.flatMap((file) =>
  relationsOfTemplate(parseTemplate(readFileSync(join(folder, file), 'utf8'), file)),
)
const lines = [...new Set(found.map((relation) => JSON.stringify(relation)))].sort()
writeFileSync(new URL('../test/types/relations.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`)
console.log(`${lines.length} distinct relations in ${clean.length} templates`)
