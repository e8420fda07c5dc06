import { expect } from 'chai'
import { wiring } from '../../../src/validate/checks/wiring/list.ts'
import type { Finding } from '../../../src/validate/finding.ts'
import { validate } from '../../../src/validate/validate.ts'
import { fargate, hosted } from './cases/bases.ts'
import { wiringCases } from './cases/list.ts'

/** Rows of the wiring checks whose cases are here. */
const rows = /^CFS(0[1-5]|1[01245]|2[23])/

function wiringFindings(template: unknown): readonly Finding[] {
  return validate(template).filter(({ code }) => rows.test(code))
}

const brief = ({ code, level, path, message, hint }: Finding): object => ({
  code,
  level,
  path: path.join('.'),
  message,
  hint,
})

describe('wiring checks', () => {
  it('the templates that the cases start from have no finding', () => {
    for (const template of [fargate(), hosted()]) expect(validate(template)).to.deep.equal([])
  })

  for (const [index, { finds, fails, silent }] of wiringCases.entries()) {
    it(`${finds.code} (${index}) is found, with both sides, and nothing else is wrong`, () => {
      expect(wiringFindings(fails).map(brief)).to.deep.equal([finds])
      expect(
        validate(fails).filter(({ level, code }) => level === 'error' && code !== finds.code),
      ).to.deep.equal([])
    })
    for (const [why, template] of Object.entries(silent)) {
      it(`${finds.code} (${index}) is silent when ${why}`, () => {
        expect(wiringFindings(template).map(brief)).to.deep.equal([])
      })
    }
  }

  it('every code has a case and a help text', () => {
    const rules = wiring.flatMap((check) => check.rules).filter(({ code }) => rows.test(code))
    const found = new Set(wiringCases.map(({ finds }) => finds.code))
    expect([...found].sort()).to.deep.equal(rules.map(({ code }) => code).sort())
    expect(rules.filter(({ help }) => help === undefined)).to.deep.equal([])
  })
})
