import type { Control } from '../../sandbox/control.ts'
import type { Fault } from '../../sandbox/world.ts'
import { wantedNumber, wantedWords, type SandboxActions, type SandboxCommandFlags } from './sandbox-action.ts'
import { renderFault } from './render-sandbox.ts'

/** What breaks in a sandbox on request. */
export const faultActions: SandboxActions = {
  fail: {
    example: 'fail WebService --on update --reason "Out of capacity"',
    describe: 'A resource that fails',
    run: (control, flags) => addFault(control, { kind: 'fail', ...ofResource(flags) }),
  },
  slow: {
    example: 'slow WebService --factor 20',
    describe: 'A resource that takes longer',
    run: (control, flags) =>
      addFault(control, {
        kind: 'slow',
        ...ofResource(flags),
        factor: wantedNumber('--factor', flags.factor),
      }),
  },
  throttle: {
    example: 'throttle DescribeStacks --times 5',
    describe: 'Calls that are refused as too many',
    run: (control, flags) => addFault(control, { kind: 'throttle', ...ofCall(flags) }),
  },
  stale: {
    example: 'stale DescribeStacks --times 1',
    describe: 'Reads that miss the last change',
    run: (control, flags) => addFault(control, { kind: 'stale', ...ofCall(flags) }),
  },
  heal: {
    example: 'heal',
    describe: 'Nothing is broken any more',
    run: (control) => {
      const removed = control.clearFaults()
      const text = removed.length === 1 ? '1 fault is taken away' : `${removed.length} faults are taken away`
      return { document: { removed }, text }
    },
  },
}

function addFault(control: Control, fault: Fault): { readonly document: object; readonly text: string } {
  control.addFault(fault)
  return { document: { fault }, text: renderFault(fault) }
}

function ofResource({ names, stack, on, reason, times }: SandboxCommandFlags): Omit<Fault, 'kind'> {
  const [logicalId = ''] = wantedWords('fail', names, ['LOGICAL_ID'])
  return {
    logicalId,
    ...(stack !== undefined && { stack }),
    ...(on !== undefined && { on }),
    ...(reason !== undefined && { reason }),
    ...howOften(times),
  }
}

function ofCall({ names: [action], times }: SandboxCommandFlags): Omit<Fault, 'kind'> {
  return { ...(action !== undefined && { action }), ...howOften(times) }
}

function howOften(times: string | undefined): { readonly times?: number } {
  return times === undefined ? {} : { times: wantedNumber('--times', times) }
}
