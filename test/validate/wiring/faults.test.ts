import { expect } from 'chai'
import { wiring } from '../../../src/validate/checks/wiring/list.ts'
import { validate } from '../../../src/validate/validate.ts'
import { itFinds } from '../finds.ts'
import { faults } from './faults/list.ts'

/** Rows of the wiring checks whose cases are here; those of names in an update have a test of their own. */
const rows = /^CFS(0[6-9]|13|16|18|19|2001|21)/

describe('wiring of networks, data, names and permissions', () => {
  itFinds(faults)

  it('every code has cases and a help text', () => {
    const rules = wiring.flatMap((check) => check.rules).filter(({ code }) => rows.test(code))
    expect([...new Set(faults.map(([code]) => code))].sort()).to.deep.equal(
      rules.map(({ code }) => code).sort(),
    )
    expect(rules.filter(({ help }) => help === undefined)).to.deep.equal([])
  })

  it('a failing template has no other error', () => {
    for (const [code, failing] of faults)
      expect(validate(failing).filter((one) => one.level === 'error' && one.code !== code)).to.deep.equal([])
  })

  it('findings name both sides, and what to do', () => {
    const messages = faults.flatMap(([code, failing]) => validate(failing).filter((one) => one.code === code))
    expect(messages.filter(({ hint, path }) => hint === undefined || path.length < 2)).to.deep.equal([])
    expect(messages.filter(({ message }) => /undefined|\[object|NaN/.test(message))).to.deep.equal([])
  })
})
