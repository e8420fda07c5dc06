import type { StandIn } from '../../deploy/calls/stand-in.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import type { SandboxFlags } from './sandbox-flags.ts'
import { speedOf } from './speed-of.ts'
import { stateFile } from './state-file.ts'

let opened: Promise<Sandbox> | undefined

/** Puts the sandbox in AWS's place, for stacks of an account. It is opened with the first call, one for all stacks. */
export function standInOf({ speed }: SandboxFlags, account: string | undefined): StandIn {
  const chosen = speedOf(speed)
  // Its time goes faster than ours, and asking costs nothing.
  process.env['CFSTACK_POLL_MS'] ??= chosen === 'instant' ? '20' : '200'
  const open = (): Promise<Sandbox> => {
    if (opened === undefined) process.stderr.write(`${notice}\n`)
    opened ??= import('../../sandbox/sandbox.ts').then(({ openSandbox }) =>
      openSandbox({ file: stateFile, speed: chosen }),
    )
    return opened
  }
  return {
    accessKeyId: account ?? 'sandbox',
    ...(chosen === 'instant' ? {} : { speed: chosen }),
    send: async (request) => (await open()).handle(request),
  }
}

const notice = `Sandbox: a model of CloudFormation on this machine. Nothing reaches AWS; state in ${stateFile}`
