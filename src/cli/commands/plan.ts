import { planStack, type StackPlan } from '../../deploy/flow/plan-stack.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { Command, CommonFlags } from '../command.ts'
import { kindOf } from '../deployment/change-set-kind.ts'
import { choiceFlagNames } from '../deployment/choice-flags.ts'
import { choicesOf } from '../deployment/choices.ts'
import {
  isOne,
  peekNames,
  targetFlags,
  withParameters,
  type DeployFlags,
} from '../deployment/deploy-flags.ts'
import { readTarget } from '../deployment/named-target.ts'
import { parameterSources } from '../deployment/parameter-sources.ts'
import { refuseBadParameters } from '../deployment/settle-parameters.ts'
import { openOutput, type Output } from '../output.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { planApp } from '../plan/plan-app.ts'
import { planDocument, reportPlans } from '../plan/report-plans.ts'
import { renderMarkdown } from '../plan/render-markdown.ts'
import { renderPlan } from '../deployment/render-plan.ts'
import { withDeploySession } from '../deployment/deploy-session.ts'
import { writePlan } from '../plan/write-plan.ts'
import { commandHint } from '../stack/command-hint.ts'
import { usage } from '../stack/stack-flags.ts'

interface PlanFlags extends DeployFlags {
  readonly stacks: readonly string[]
  readonly out: string | undefined
  readonly markdown: boolean
  readonly 'exit-code': boolean
}

type PlanArguments = PlanFlags & CommonFlags & Readonly<Record<string, unknown>>

/** Flags of deployments that say nothing about a plan. */
const meaningless = choiceFlagNames.filter((name) => name !== 'create-bucket')

/** `cfstack plan`: what a deployment would do, by a change set that is removed again, or kept with a plan file. */
export const command: Command<PlanFlags> = {
  builder: (yargs, args) => {
    const own = yargs
      .positional('stacks', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Stacks of the manifest; all when none is named',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'Keep the change set, and write what `cfstack apply` needs into this file',
      })
      .option('markdown', {
        type: 'boolean',
        default: false,
        describe: 'Print Markdown that fits a comment of a pull request',
      })
      .option('exit-code', { type: 'boolean', default: false, describe: 'End with 3 when something changes' })
    const declared = targetFlags(own)
    if (isOne(peekNames(args))) withParameters(declared, args)
    return meaningless.reduce((program, name) => program.hide(name), declared) as never
  },
  handler: async (argv) => {
    const given = argv as unknown as PlanArguments
    if (given.json && given.markdown) throw usage('--json and --markdown are given', 'Give one of them')
    if (isOne(given)) return runPlan({ ...given, stack: given.stacks[0] })
    if (given.out !== undefined) throw usage('--out is given for several stacks', 'Name the stack')
    const output = openOutput(given.json || given.markdown)
    return reportPlans(await planApp(given.stacks, given, output), { ...given, output })
  },
}

async function runPlan(argv: PlanArguments): Promise<number> {
  const target = readTarget(argv)
  const given = parameterSources(argv, target)
  const kind = kindOf(argv, target)
  refuseBadParameters(target, given, false)
  const output = openOutput(argv.json || argv.markdown)
  const place = { where: argv, place: argv }
  return withDeploySession(target, { ...place, output, approved: 'none' }, async (session) => {
    const deployment = {
      ...session,
      target,
      operation: 'deploy' as const,
      given,
      kind,
      choices: choicesOf(argv),
    }
    const keep = argv.out !== undefined
    const planned = await planStack(deployment, { keep, hint: (verb) => commandHint(verb, argv) })
    try {
      if (argv.out !== undefined) await writePlan(session, { target, planned, file: argv.out })
    } catch (error) {
      await planned.prepared?.discard()
      throw error
    }
    if (!keep) await planned.prepared?.discard()
    session.closeView()
    show(argv, { target, planned, output })
    const isSame = planned.prepared === undefined && planned.settings.length === 0
    return argv['exit-code'] && !isSame ? 3 : 0
  })
}

function show(
  argv: PlanArguments,
  { target, planned, output }: { target: DeployTarget; planned: StackPlan; output: Output },
): void {
  const { prepared, settings } = planned
  const texts = settings.map(({ text }) => text)
  const plan = prepared?.plan
  const none = `No changes: stack "${target.stackName}" is up to date`
  const silent =
    texts.length === 0 ? none : [`No resource of stack "${target.stackName}" changes.`, ...texts].join('\n')
  if (argv.json)
    output.document({
      ...planDocument(target.stackName, planned),
      ...(argv.out === undefined ? {} : { file: argv.out }),
    })
  if (argv.markdown) process.stdout.write(`${plan === undefined ? silent : renderMarkdown(plan, texts)}\n`)
  else output.say(plan === undefined ? silent : paintPlan(renderPlan(plan, texts), output.palette))
  if (argv.out !== undefined)
    output.say(
      `Apply it with: ${commandHint('apply', { stack: argv.out, profile: argv.profile, sandbox: argv.sandbox })}`,
    )
}
