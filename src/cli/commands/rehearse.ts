import type { Command, CommonFlags } from '../command.ts'
import { choiceFlagNames } from '../deployment/choice-flags.ts'
import { deployFlags } from '../deployment/deploy-flags.ts'
import { kindFlagNames } from '../deployment/kind-flags.ts'
import { readTarget } from '../deployment/named-target.ts'
import { parameterSources } from '../deployment/parameter-sources.ts'
import { refuseBadParameters } from '../deployment/settle-parameters.ts'
import { interruption } from '../interruption.ts'
import { openOutput, type Output } from '../output.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { playLive } from '../rehearse/play-live.ts'
import type { Rehearsal } from '../rehearse/rehearsal.ts'
import { wantedFailure, type RehearseFlags } from '../rehearse/rehearse-flags.ts'
import { renderRehearsal } from '../rehearse/render-rehearsal.ts'
import { stackBefore } from '../rehearse/stack-before.ts'
import { speedOf } from '../sandbox/speed-of.ts'
import { surroundingStacks } from '../rehearse/surrounding-stacks.ts'

/** Shows the deployment as it would go, before the report. */
async function showLive({ expected }: Rehearsal, text: string, output: Output): Promise<void> {
  const speed = speedOf(text)
  if (expected === undefined || speed === 'instant') return
  const { signal, close } = interruption()
  try {
    await playLive(expected.steps, { speed, signal, say: (line) => output.say(line) })
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    close()
  }
}

/** `cfstack rehearse`: plays the coming deployment of a stack, and what failures would do to it. */
export const command: Command<RehearseFlags> = {
  builder: (yargs, args) => {
    const declared = deployFlags(
      yargs
        .option('from', {
          type: 'string',
          requiresArg: true,
          describe:
            'Template to start from in place of the deployed one: a file, a git revision, or "nothing"',
        })
        .option('fail', {
          type: 'string',
          array: true,
          default: [] as string[],
          requiresArg: true,
          describe:
            'Play it once more with a failure, LOGICAL_ID[:create|update|delete|rollback][=REASON]; may be repeated',
        }) as never,
      args,
    )
    const meaningless = [...choiceFlagNames, ...kindFlagNames]
    declared.option('speed', {
      type: 'string',
      requiresArg: true,
      describe: 'Show it as it would go, so many times faster',
    })
    return meaningless.reduce((program, name) => program.hide(name), declared) as never
  },
  handler: async (given) => {
    const argv = given as unknown as RehearseFlags & CommonFlags & Readonly<Record<string, unknown>>
    const target = readTarget(argv)
    const sources = parameterSources(argv, target)
    refuseBadParameters(target, sources, false)
    const output = openOutput(argv.json)
    const before = await stackBefore(argv, target, { given: sources, output })
    const templates = [target.template, ...(before.template === undefined ? [] : [before.template])]
    const failures = argv.fail.map((text) => wantedFailure(text, target.stackName, templates))
    const { rehearseStack } = await import('../rehearse/rehearse-stack.ts')
    const rehearsal = await rehearseStack({
      target,
      before,
      failures,
      given: sources,
      surrounding: surroundingStacks(argv.manifest, target.stackName),
      region:
        before.region ?? argv.region ?? target.settings.region ?? (process.env['AWS_REGION'] || 'us-east-1'),
    })
    if (argv.speed !== undefined) await showLive(rehearsal, argv.speed, output)
    output.document(rehearsal)
    output.say(paintPlan(renderRehearsal(rehearsal, target.settings.sources), output.palette))
    return 0
  },
}
