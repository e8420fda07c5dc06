import { expect } from 'chai'
import type { Addresses } from '../conformance/neighbours.ts'
import { passedBy, readRecord } from '../conformance/results.ts'
import { failureOf, runCases } from '../conformance/run-cases.ts'
import { stageAt } from '../conformance/stage.ts'
import { subjects } from '../conformance/subjects.ts'
import { startMinistack, startMoto, type Endpoint } from './endpoints.ts'

describe('what the conformance table says', function () {
  this.timeout(180_000)

  it('of MiniStack is so', () => asRecorded('MiniStack', startMinistack))
  it('of moto is so', () => asRecorded('moto', startMoto, 'host'))
})

/** Runs all cases, and those that come out otherwise than recorded again: some hang on what runs at the same time. */
async function asRecorded(
  name: string,
  start: () => Promise<Endpoint>,
  addresses?: Addresses,
): Promise<void> {
  const endpoint = await start()
  const recorded = new Set(passedBy(readRecord(), name))
  const otherwise: string[] = []
  try {
    const results = await runCases(
      endpoint.url,
      subjects.flatMap(({ cases }) => cases),
      addresses,
    )
    for (const { title, cases } of subjects) {
      for (const each of cases) {
        const expected = recorded.has(`${title}: ${each.name}`)
        let failure = results.get(each)
        for (let tries = 0; (failure === undefined) !== expected && tries < 3; tries++) {
          failure = await failureOf(stageAt(endpoint.url, addresses), each)
        }
        if ((failure === undefined) !== expected)
          otherwise.push(`${title}: ${each.name}: ${failure ?? 'passes'}`)
      }
    }
  } finally {
    await endpoint.stop()
  }
  expect(otherwise).to.deep.equal([])
}
