import { detectDrift } from '../../deploy/drift/detect-drift.ts'
import { renderDrift } from '../actions/render-drift.ts'
import type { Command } from '../command.ts'
import { stackFlags, type StackFlags } from '../stack/stack-flags.ts'
import { deployedStack, withStack } from '../stack/stack-session.ts'

interface DriftFlags extends StackFlags {
  readonly 'exit-code': boolean
}

/** `cfstack drift`: what was changed by hand since the last deployment, property by property. */
export const command: Command<DriftFlags> = {
  builder: (yargs) =>
    stackFlags(yargs).option('exit-code', {
      type: 'boolean',
      default: false,
      describe: 'End with 3 when something was changed by hand',
    }) as never,
  handler: (argv) =>
    withStack(argv, async (session) => {
      const { aws, output, settings, signal, hint } = session
      const stack = await deployedStack(session, 'detect the drift of')
      const { report } = await detectDrift(aws, stack, { sources: settings.sources, signal })
      output.document(report)
      output.say(renderDrift(report))
      const isDrifted = report.status === 'DRIFTED'
      if (isDrifted) output.say(`Take it back: ${hint('recover')}`)
      if (report.incomplete !== undefined) return 1
      return argv.exitCode === true && isDrifted ? 3 : 0
    }),
}
