import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../e2e/cfstack.ts'
import { play } from './session/play.ts'
import { isEvent, masked, shown } from './session/shown.ts'
import { stepsOf } from './session/steps.ts'

const told = (lines: readonly string[]): string[] => lines.filter((line) => !isEvent(line)).map(masked)

describe('docs/first-minutes.md', function () {
  this.timeout(120_000)

  it('shows what the commands print', () => {
    const steps = stepsOf(readFileSync(join(root, 'docs/first-minutes.md'), 'utf8'))
    const printed = play(steps)
    const commands = steps.flatMap((step) => ('command' in step ? [step] : []))
    expect(commands).to.have.length.above(5)
    commands.forEach(({ command, output }, at) => {
      const lines = printed[at] ?? []
      expect(told(output), command).to.deep.equal(told(shown(lines)))
      expect(lines.filter(isEvent).map(masked), command).to.include.members(
        output.filter(isEvent).map(masked),
      )
    })
  })
})
