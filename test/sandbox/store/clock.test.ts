import { expect } from 'chai'
import { newWorld } from '../../../src/sandbox/store/new-world.ts'
import { passTime } from '../../../src/sandbox/store/clock.ts'
import type { World } from '../../../src/sandbox/world.ts'

/** Plays as the engine does, and notes when. */
function advancing(played: number[]) {
  return (world: World, to: number): void => {
    while (world.due.length > 0 && world.due[0]!.at <= to) {
      world.now = world.due.shift()!.at
      played.push(world.now)
    }
    world.now = Math.max(world.now, to)
  }
}

describe('passTime()', () => {
  it('runs at its speed while something goes on, and as clocks do afterwards', () => {
    const world = newWorld('a', 1000)
    world.due.push({ at: 21_000, stackId: 's', kind: 'k' })
    const played: number[] = []
    passTime(world, { from: 1000, to: 3000, speed: 20, advance: advancing(played) })
    expect({ played, now: world.now }).to.deep.equal({ played: [21_000], now: 22_000 })
  })

  it('stops between two things that happen', () => {
    const world = newWorld('a', 0)
    world.due.push({ at: 5000, stackId: 's', kind: 'k' }, { at: 90_000, stackId: 's', kind: 'k' })
    const played: number[] = []
    passTime(world, { from: 0, to: 1000, speed: 10, advance: advancing(played) })
    expect({ played, now: world.now, left: world.due.length }).to.deep.equal({
      played: [5000],
      now: 10_000,
      left: 1,
    })
  })

  it("is never behind the machine's clock when nothing goes on", () => {
    const world = newWorld('a', 500)
    passTime(world, { from: 1000, to: 9000, speed: 20, advance: advancing([]) })
    expect(world.now).to.equal(9000)
  })

  it('does not run backwards when the clock of the machine does', () => {
    const world = newWorld('a', 9000)
    passTime(world, { from: 9000, to: 1000, speed: 20, advance: advancing([]) })
    expect(world.now).to.equal(9000)
  })
})
