import { expect } from 'chai'
import { durations, estimate } from '../../../src/sandbox/types/durations.ts'
import { isKnownType } from '../../../src/sandbox/types/known-type.ts'
import { typicalDuration } from '../../../src/sandbox/types/typical-duration.ts'
import { emptyWorld } from '../empty-world.ts'

describe('typicalDuration()', () => {
  it('is what the table says, give or take a fifth', () => {
    const world = emptyWorld()
    const of = (): number => typicalDuration(world, { type: 'AWS::IAM::InstanceProfile', action: 'create' })
    const seconds = Array.from({ length: 200 }, () => of() / 1000)
    expect([Math.min(...seconds) >= 121 * 0.8, Math.max(...seconds) <= 121 * 1.2]).to.deep.equal([true, true])
    expect(new Set(seconds).size).to.be.greaterThan(100)
  })

  it('is short for a service without tasks', () => {
    const of = (properties: object): number =>
      typicalDuration(emptyWorld(), {
        type: 'AWS::ECS::Service',
        action: 'create',
        properties: { ...properties },
      })
    expect(of({ DesiredCount: 0 })).to.be.lessThan(of({ DesiredCount: 2 }) / 5)
  })
})

describe('durations', () => {
  it('are of types that exist, and say where they are from', () => {
    const wrong = Object.entries(durations).filter(
      ([type, { source }]) => !isKnownType(type) || !(source === estimate || source.startsWith('https://')),
    )
    expect(wrong).to.deep.equal([])
  })
})
