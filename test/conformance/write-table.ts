import { readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { passedBy, readRecord } from './results.ts'
import { subjects } from './subjects.ts'

// Writes who passes what into docs/sandbox.md, between its two marks. `npm run docs`

const file = 'docs/sandbox.md'
const begin = '<!-- Generated from test/conformance by `npm run docs`: begin -->'
const end = '<!-- Generated: end -->'

const record = readRecord()
const endpoints = Object.keys(record.endpoints)
const total = subjects.reduce((sum, { cases }) => sum + cases.length, 0)
const head = endpoints.map((name) => `${name} ${record.endpoints[name]}`)
const sums = endpoints.map((name) => passedBy(record, name).length)

const summary = table(
  ['subject', 'cases', ...head],
  [
    ...subjects.map(({ title, cases }) => [
      `[${title}](#${anchor(title)})`,
      cases.length,
      ...endpoints.map((name) => cases.filter((each) => passes(title, each.name, name)).length),
    ]),
    ['**all**', `**${total}**`, ...sums.map((sum) => `**${sum}**`)],
  ],
)
const details = subjects.flatMap(({ title, cases }) => [
  `### ${title}`,
  table(
    ['case', ...endpoints],
    cases.map(({ name, source }) => [
      caseOf(name, source),
      ...endpoints.map((endpoint) => (passes(title, name, endpoint) ? 'yes' : '–')),
    ]),
  ),
])

const text = readFileSync(file, 'utf8')
const [before, after] = [text.split(begin)[0], text.split(end)[1]]
if (before === undefined || after === undefined) throw new Error(`${file} lacks its marks`)
const whole = [before.trimEnd(), begin, summary, ...details, end, after.trimStart()].join('\n\n')
writeFileSync(file, await format(whole, { ...(await resolveConfig(file)), filepath: file }))

function passes(subject: string, name: string, endpoint: string): boolean {
  return record.passed[subject]?.[name]?.includes(endpoint) ?? false
}

function caseOf(name: string, source: string): string {
  return source.startsWith('https:') ? `[${name}](${source})` : `${name} (${source})`
}

function anchor(title: string): string {
  return title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-')
}

function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
