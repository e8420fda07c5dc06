import type { Argv } from 'yargs'

/** The flags that put the sandbox in AWS's place. */
export interface SandboxFlags {
  readonly sandbox: boolean
  readonly speed: string | undefined
}

/** Their names, which no template parameter gets as its flag. */
export const sandboxFlagNames = ['sandbox', 'speed'] as const

/** Declares them. */
export function sandboxFlags<Flags>(program: Argv<Flags>): Argv<Flags & SandboxFlags> {
  return program
    .option('sandbox', {
      type: 'boolean',
      default: false,
      describe: 'Try it on this machine: a model of CloudFormation, nothing reaches AWS',
    })
    .option('speed', {
      type: 'string',
      requiresArg: true,
      describe: `With --sandbox: how fast its time goes, or "instant" (default ${defaultSpeed})`,
    }) as unknown as Argv<Flags & SandboxFlags>
}

/** How many seconds pass in the sandbox during one: a stack of networks and services takes some ten seconds. */
export const defaultSpeed = 20
