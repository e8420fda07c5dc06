import { expect } from 'chai'
import { validate } from '../../src/validate/validate.ts'

/** A code, a template that has it, and one that comes close and has neither it nor any error. */
export type Case = readonly [code: string, failing: unknown, passing: unknown]

/** A test for each case. */
export function expectCodes(cases: readonly Case[]): void {
  for (const [index, [code, failing, passing]] of cases.entries()) {
    it(`${code} (${index}) is found where it is, and not where it is not`, () => {
      expect(validate(failing).map((finding) => finding.code)).to.include(code)
      expect(
        validate(passing).filter((finding) => finding.code === code || finding.level === 'error'),
      ).to.deep.equal([])
    })
  }
}
