import type { CommandEntry } from './command.ts'

/** All commands, in the order in which help lists them. A new command is a file in `commands/` and an entry here. */
export const commandList: readonly CommandEntry[] = [
  entry(
    'build',
    'Compile the stacks of build.ts into templates and a manifest',
    () => import('./commands/build.ts'),
  ),
  entry('validate [files..]', 'Check templates', () => import('./commands/validate.ts')),
  entry('create [stack]', 'Create a stack through a change set', () => import('./commands/create.ts')),
  entry('update [stack]', 'Update a stack through a change set', () => import('./commands/update.ts')),
  entry(
    'types <action> <schemas..>',
    'Typed functions for resource types outside the specification',
    () => import('./commands/types.ts'),
  ),
]

function entry(
  call: string,
  describe: string,
  load: () => Promise<{ readonly command: object }>,
): CommandEntry {
  return { call, describe, load: load as CommandEntry['load'] }
}
