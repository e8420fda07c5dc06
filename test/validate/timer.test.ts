import { expect } from 'chai'
import { startTimer } from '../../src/validate/timer.ts'

/** Waits without work. */
function idle(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

describe('startTimer()', () => {
  it('is over after so much work, not while others are at work', () => {
    const timer = startTimer(1000)
    idle(1050)
    expect(timer.isOver()).to.equal(false)
    while (!timer.isOver());
    expect(timer.isOver()).to.equal(true)
  })

  it('is over after ten times as long in any case', () => {
    const timer = startTimer(50)
    idle(550)
    expect(timer.isOver()).to.equal(true)
  })
})
