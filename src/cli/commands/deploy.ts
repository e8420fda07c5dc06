import type { Argv } from 'yargs'
import type { Command, CommonFlags } from '../command.ts'
import {
  isOne,
  peekNames,
  targetFlags,
  withParameters,
  type DeployFlags,
} from '../deployment/deploy-flags.ts'
import { runApp } from '../deployment/run-app.ts'
import { runDeployment } from '../deployment/run-deployment.ts'

interface AppFlags extends DeployFlags {
  readonly stacks: readonly string[]
}

/** `cfstack deploy`: creates or updates, whichever applies, one stack, several, or all of the manifest. */
export const command: Command<AppFlags> = {
  builder: (yargs, args) => {
    const declared = targetFlags(yargs).positional('stacks', {
      type: 'string',
      array: true,
      default: [] as string[],
      describe: 'Stacks of the manifest; all when none is named',
    }) as unknown as Argv<CommonFlags & AppFlags>
    return isOne(peekNames(args)) ? (withParameters(declared, args) as typeof declared) : declared
  },
  handler: (argv) =>
    isOne(argv) ? runDeployment('deploy', { ...argv, stack: argv.stacks[0] }) : runApp(argv.stacks, argv),
}
