import { existsSync, rmSync } from 'node:fs'
import type { Control } from '../../sandbox/control.ts'
import type { SandboxOptions } from '../../sandbox/sandbox.ts'
import type { SandboxCommandFlags } from './sandbox-action.ts'
import { speedOf } from './speed-of.ts'

/** What the flags say of the sandbox. */
export function sandboxOptions(flags: SandboxCommandFlags): SandboxOptions {
  const { speed, seed, state } = flags
  return { speed: speedOf(speed), seed, file: flags['in-memory'] ? undefined : state }
}

/** Opens the sandbox that the flags name, to do something to it. A state that can't be read is only in the way of a reset. */
export async function openControl(flags: SandboxCommandFlags): Promise<Control> {
  const { openSandbox } = await import('../../sandbox/sandbox.ts')
  if (flags.action === 'reset' && existsSync(flags.state)) rmSync(flags.state)
  return openSandbox(sandboxOptions(flags)).control
}
