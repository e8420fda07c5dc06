import type { CommandEntry } from './command.ts'

/** All commands, in the order in which help lists them. A new command is a file in `commands/` and an entry here. */
export const commandList: readonly CommandEntry[] = [
  entry(
    'build',
    'Compile the stacks of build.ts into templates and a manifest',
    () => import('./commands/build.ts'),
  ),
  entry('validate [files..]', 'Check templates', () => import('./commands/validate.ts')),
  entry(
    'deploy [stacks..]',
    'Create or update a stack, whichever applies, through a change set',
    () => import('./commands/deploy.ts'),
  ),
  entry('create [stack]', 'Create a stack through a change set', () => import('./commands/create.ts')),
  entry('update [stack]', 'Update a stack through a change set', () => import('./commands/update.ts')),
  entry('plan [stacks..]', 'Show what a deployment would do', () => import('./commands/plan.ts')),
  entry('apply <file>', 'Execute a plan that was written to a file', () => import('./commands/apply.ts')),
  entry(
    'diff [stack]',
    'Compare a template with the deployed one, or with a file',
    () => import('./commands/diff.ts'),
  ),
  entry('list [patterns..]', 'Show stacks and their states', () => import('./commands/list.ts')),
  entry('status [stack]', 'Show what a stack is, has and does', () => import('./commands/status.ts')),
  entry('events [stack]', 'Show what happened, and join what happens', () => import('./commands/events.ts')),
  entry('outputs [stack]', 'Print the outputs of a stack', () => import('./commands/outputs.ts')),
  entry('cancel [stack]', 'Cancel a running update', () => import('./commands/cancel.ts')),
  entry(
    'rollback [stack]',
    'Roll a failed operation back, or finish a failed rollback',
    () => import('./commands/rollback.ts'),
  ),
  entry(
    'delete [stacks..]',
    'Delete stacks, after naming what is lost',
    () => import('./commands/delete.ts'),
  ),
  entry('drift [stack]', 'Find what was changed by hand', () => import('./commands/drift.ts')),
  entry('recover [stack]', 'Take back what was changed by hand', () => import('./commands/recover.ts')),
  entry(
    'doctor [stack]',
    'Say what is the case with a stack, and go a way on',
    () => import('./commands/doctor.ts'),
  ),
  entry(
    'rehearse [stack]',
    'Play the coming deployment, and what failures would do to it',
    () => import('./commands/rehearse.ts'),
  ),
  entry(
    'sandbox [action] [names..]',
    'A model of CloudFormation on this machine: serve it, break things in it',
    () => import('./commands/sandbox.ts'),
  ),
  entry(
    'packer <action> [images..]',
    'Make the images of hosts, and store their ids for templates',
    () => import('./commands/packer.ts'),
  ),
  entry(
    'completion <shell>',
    'Print the script that completes commands in a shell',
    () => import('./commands/completion.ts'),
  ),
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
