// How far validate() agrees with cfn-lint on a folder of templates: `npx tsx scripts/compare-findings.ts FOLDER [CODE…]`, where
// FOLDER/expected.json lists by file what cfn-lint finds at error level, as pairs of code and path. With codes, only these are listed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { templateBeside } from '../src/cli/validate/template-beside.ts'
import type { Finding } from '../src/validate/finding.ts'
import { parseTemplate } from '../src/validate/read-template.ts'
import { validate } from '../src/validate/validate.ts'

const [folder, ...codes] = process.argv.slice(2)
if (folder === undefined) throw new Error('Cannot compare findings: no folder given')

const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
  readonly [file: string]: readonly (readonly [code: string, path: string])[]
}

interface Compared {
  readonly file: string
  readonly faulty: boolean
  readonly flagged: boolean
  /** Code and resource (or other named element) of what only one of the two finds. */
  readonly missed: readonly string[]
  readonly extra: readonly string[]
  readonly wanted: number
}

const compared = Object.entries(expected).map(([file, findings]): Compared => {
  const ours = new Set(errorsOf(file))
  const wanted = new Set(findings.map(([code, path]) => `${code} ${path.split('/').slice(0, 2).join('/')}`))
  return {
    file,
    faulty: findings.length > 0,
    flagged: ours.size > 0,
    missed: [...wanted].filter((one) => !ours.has(one)),
    extra: [...ours].filter((one) => !wanted.has(one)),
    wanted: wanted.size,
  }
})

for (const { file, missed, extra } of compared) {
  const lines = [...missed.map((one) => `  - ${one}`), ...extra.map((one) => `  + ${one}`)]
  const shown = lines.filter((line) => codes.length === 0 || codes.some((code) => line.includes(` ${code} `)))
  if (shown.length > 0) console.log([file, ...shown].join('\n'))
}

const faulty = compared.filter((one) => one.faulty)
const clean = compared.filter((one) => !one.faulty)
const wanted = sum(compared.map((one) => one.wanted))
console.log(`faulty templates flagged: ${share(faulty.filter((one) => one.flagged).length, faulty.length)}`)
console.log(
  `same code on the same resource: ${share(wanted - sum(compared.map((one) => one.missed.length)), wanted)}`,
)
console.log(`clean templates flagged: ${share(clean.filter((one) => one.flagged).length, clean.length)}`)

function errorsOf(file: string): readonly string[] {
  try {
    const findings = findingsIn(join(folder as string, file))
    return findings
      .filter(({ level }) => level === 'error')
      .map(({ code, path }) => `${code} ${path.slice(0, 2).join('/')}`)
  } catch {
    return ['E0000 ']
  }
}

function findingsIn(file: string): readonly Finding[] {
  return validate(parseTemplate(readFileSync(file, 'utf8'), file), { templateAt: templateBeside(file) })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function share(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / Math.max(whole, 1)).toFixed(1)} %)`
}
