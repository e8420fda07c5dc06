import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { appRules } from '../../src/validate/app/app-rules.ts'
import { checks } from '../../src/validate/checks.ts'
import { frameRules } from '../../src/validate/frame-rules.ts'
import { allRules } from '../../src/validate/rules.ts'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../src/validate')
const code = /'((?:[EWI]\d{4})|(?:CFS\d{4}))'/g

function codesIn(text: string): readonly string[] {
  return [...text.matchAll(code)].map((match) => match[1] as string)
}

describe('the rules of the checks', () => {
  const rules = [...checks.flatMap((check) => check.rules), ...appRules, ...frameRules]
  const declared = new Set(rules.map((rule) => rule.code))

  it('are one to the reader where several checks speak under one code', () => {
    expect(allRules().map((rule) => rule.code)).to.deep.equal([...declared].sort())
    const titles = rules.filter((rule) => rule.code === 'E8001').map((rule) => rule.title)
    expect(new Set(titles).size).to.be.above(1)
    const { title, help } = allRules().find((rule) => rule.code === 'E8001')!
    for (const one of titles) expect(`${title}. ${help}`).to.contain(`${one}.`)
  })

  it('are all that src/validate speaks under', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const written = files.flatMap((name) => codesIn(readFileSync(join(folder, name), 'utf8')))
    expect(written.length).to.be.above(100)
    expect([...new Set(written)].filter((one) => !declared.has(one))).to.deep.equal([])
  })

  it('say in a title what is made sure of, and in a help text why it matters and what to do', () => {
    const wrong = allRules().filter(
      ({ title, help }) => !/^["A-Z].*[^.!?]$/.test(title) || !/^\S.{20,}[.`]$/s.test(help ?? ''),
    )
    expect(wrong.map((rule) => rule.code)).to.deep.equal([])
  })

  /** They depend on today's date: a template does not turn wrong over night. */
  const dated = ['E2531', 'E2533']

  it('begin with the letter of their level, unless they are ours', () => {
    const levels = { E: 'error', W: 'warning', I: 'info' } as const
    const other = allRules().filter(
      (rule) =>
        !rule.code.startsWith('CFS') &&
        !dated.includes(rule.code) &&
        levels[rule.code[0] as keyof typeof levels] !== rule.level,
    )
    expect(other.map((rule) => `${rule.code} ${rule.level}`)).to.deep.equal([])
  })

  it('name pages by https', () => {
    const sources = allRules().flatMap((rule) => (rule.source === undefined ? [] : [rule.source]))
    expect(sources.length).to.be.above(50)
    expect(sources.filter((one) => !one.startsWith('https://'))).to.deep.equal([])
  })
})
