import type { Command } from '../command.ts'
import { shellScripts, type Shell } from '../completion/shell-scripts.ts'
import { openOutput } from '../output.ts'

interface CompletionFlags {
  readonly shell: Shell
}

/** `cfstack completion`: the script that lets a shell complete commands, stacks, flags and template parameters. */
export const command: Command<CompletionFlags> = {
  builder: (yargs) =>
    yargs.positional('shell', {
      type: 'string',
      demandOption: true,
      choices: Object.keys(shellScripts) as Shell[],
      describe: 'For bash: eval "$(cfstack completion bash)" in ~/.bashrc',
    }) as never,
  handler: ({ shell, json }) => {
    const output = openOutput(json)
    const script = shellScripts[shell]
    output.document({ shell, script })
    if (!json) process.stdout.write(script)
  },
}
