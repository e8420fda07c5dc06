import { expect } from 'chai'
import { readRecord } from './results.ts'
import { subjects } from './subjects.ts'

describe('the conformance suite', () => {
  const cases = subjects.flatMap((subject) => subject.cases)

  it('has cases of unique names within a subject', () => {
    for (const { title, cases } of subjects) {
      expect(new Set(cases.map(({ name }) => name)).size, title).to.equal(cases.length)
    }
  })

  it('says of each case where it is from', () => {
    const unknown = cases.filter(
      ({ source }) => !/^(https:\/\/docs\.aws\.amazon\.com\/|known behaviour: )./.test(source),
    )
    expect(unknown.map(({ name }) => name)).to.deep.equal([])
  })

  it('has been recorded with all its cases', () => {
    const recorded = Object.entries(readRecord().passed).map(([title, results]) => [
      title,
      Object.keys(results),
    ])
    expect(recorded).to.deep.equal(subjects.map(({ title, cases }) => [title, cases.map(({ name }) => name)]))
  })
})
