import type { Command } from '../command.ts'
import { openOutput } from '../output.ts'
import { openControl } from '../sandbox/open-control.ts'
import type { SandboxCommandFlags } from '../sandbox/sandbox-action.ts'
import { sandboxActions } from '../sandbox/sandbox-actions.ts'
import { defaultSpeed } from '../sandbox/sandbox-flags.ts'
import { serveSandbox } from '../sandbox/serve-sandbox.ts'
import { stateFile } from '../sandbox/state-file.ts'

const text = { type: 'string', requiresArg: true } as const

/** `cfstack sandbox`: the sandbox over HTTP for any client, and what can be done to it from outside. */
export const command: Command<SandboxCommandFlags> = {
  builder: (yargs) =>
    yargs
      .positional('action', {
        type: 'string',
        choices: ['serve', ...Object.keys(sandboxActions)],
        default: 'serve',
        describe: 'Serve it over HTTP, look at it, or break something',
      })
      .positional('names', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'See the examples',
      })
      .option('port', { ...text, default: '4580', describe: 'Port of 127.0.0.1; 0 is any free one' })
      .option('speed', {
        ...text,
        describe: `How fast its time goes, or "instant" (default ${defaultSpeed})`,
      })
      .option('seed', { ...text, describe: 'Decides the ids and durations of a new sandbox' })
      .option('state', { ...text, default: stateFile, describe: 'File that keeps it' })
      .option('in-memory', { type: 'boolean', default: false, describe: 'Keep it nowhere, when serving' })
      .option('stack', { ...text, describe: 'With fail, slow: only in this stack' })
      .option('on', {
        ...text,
        choices: ['create', 'update', 'delete', 'rollback'] as const,
        describe: 'With fail, slow: only while this is done',
      })
      .option('reason', { ...text, describe: 'With fail: what the service says' })
      .option('times', {
        ...text,
        describe: 'With fail, slow, throttle, stale: how often; until "heal" when absent',
      })
      .option('factor', { ...text, default: '10', describe: 'With slow: how many times longer it takes' })
      .example(
        Object.values(sandboxActions).map(({ example, describe }) => [`$0 sandbox ${example}`, describe]),
      ) as never,
  handler: async (argv) => {
    const output = openOutput(argv.json)
    if (argv.action === 'serve') return serveSandbox(argv, output)
    const { document, text } = sandboxActions[argv.action]!.run(await openControl(argv), argv)
    output.document(document)
    output.say(text)
    return 0
  },
}
