import { faultActions } from './fault-actions.ts'
import { handActions } from './hand-actions.ts'
import { renderSandbox, sandboxDocument } from './render-sandbox.ts'
import { wantedNumber, wantedWords, type SandboxActions } from './sandbox-action.ts'

/** What can be done to a sandbox from the command line. */
export const sandboxActions: SandboxActions = {
  show: {
    example: 'show',
    describe: 'Its stacks, its time, and what is broken',
    run: (control) => {
      const world = control.world()
      return { document: sandboxDocument(world), text: renderSandbox(world) }
    },
  },
  ...faultActions,
  ...handActions,
  advance: {
    example: 'advance 300',
    describe: 'Let seconds pass; without a number, all that is going on comes to its end',
    run: (control, { names: [seconds] }) => {
      if (seconds === undefined) control.settle()
      else control.advance(wantedNumber('advance', seconds) * 1000)
      const now = new Date(control.world().now).toISOString()
      return { document: { now }, text: `It is ${now} in the sandbox` }
    },
  },
  signals: {
    example: 'signals awaited',
    describe: 'Whether instances signal by themselves ("automatic") or somebody has to',
    run: (control, { names }) => {
      const [word] = wantedWords('signals', names, ['automatic|awaited'])
      const signals = word === 'awaited' ? 'awaited' : 'automatic'
      control.setSignals(signals)
      return { document: { signals }, text: `Signals are ${signals}` }
    },
  },
  reset: {
    example: 'reset',
    describe: 'Forget everything',
    run: (control) => {
      control.reset()
      return { document: { reset: true }, text: 'The sandbox is empty' }
    },
  },
}
