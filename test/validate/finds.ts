import { expect } from 'chai'
import { validate } from '../../src/validate/validate.ts'

/** Of a code: a template that has it, and a near one that has not, and no error either. */
export type Case = readonly [code: string, failing: unknown, passing: unknown]

/** A template of one resource, `A`. */
export function one(Type: string, Properties: object, others: object = {}): object {
  return { Resources: { A: { Type, Properties }, ...others } }
}

/** A test for each case. */
export function itFinds(cases: readonly Case[]): void {
  for (const [index, [code, failing, passing]] of cases.entries()) {
    it(`${code} (${index}) is found where it is, and not where it is not`, () => {
      expect(validate(failing).map((finding) => finding.code)).to.include(code)
      const wrong = validate(passing).filter((finding) => finding.level === 'error' || finding.code === code)
      expect(wrong).to.deep.equal([])
    })
  }
}
