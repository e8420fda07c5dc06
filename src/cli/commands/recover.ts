import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { accountOf, checkAccount } from '../../deploy/calls/account.ts'
import type { Stack, StackResourceDrift } from '../../deploy/calls/client.ts'
import { detectDrift } from '../../deploy/drift/detect-drift.ts'
import type { DriftReport } from '../../deploy/drift/drift-report.ts'
import type { StackDeployment } from '../../deploy/flow/deployment.ts'
import type { Outcome } from '../../deploy/flow/outcome.ts'
import { recoverInSteps, revertDrift } from '../../deploy/flow/recover-stack.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import type { Template } from '../../model/template.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import { renderDrift } from '../actions/render-drift.ts'
import type { Command, CommonFlags } from '../command.ts'
import { failureOf } from '../deployment/report-outcome.ts'
import { openOutput, type Output } from '../output.ts'
import { withDeploySession, type DeploySession } from '../deployment/deploy-session.ts'
import { commandHint } from '../stack/command-hint.ts'
import { namedStack, stackFlags, type StackFlags } from '../stack/stack-flags.ts'

interface RecoverFlags extends StackFlags {
  readonly yes: boolean
  readonly 'two-step': boolean
}

/** `cfstack recover`: brings a stack back to its template after somebody has changed it by hand. */
export const command: Command<RecoverFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('yes', { type: 'boolean', default: false, describe: 'Do it without asking' })
      .option('two-step', {
        type: 'boolean',
        default: false,
        describe: 'By two updates, where CloudFormation refuses a drift-aware change set',
      }) as never,
  handler: (argv) => {
    const { stackName, settings } = namedStack(argv)
    const { sources, account, timeoutMinutes, region, profile, deployRole, templateBucket } = settings
    // What the settings say of the stack itself is not part of a recovery.
    const kept = { sources, account, timeoutMinutes, region, profile, deployRole, templateBucket }
    const target = {
      stackName,
      file: 'the deployed template',
      text: '',
      template: { Resources: {} },
      settings: defined(kept),
    }
    const output = openOutput(argv.json)
    const place = { where: argv, place: argv }
    return withDeploySession(target, { ...place, output, approved: argv.yes ? 'all' : 'none' }, (session) =>
      recover(session, { argv, target, output }),
    )
  },
}

interface Facts {
  readonly argv: RecoverFlags & CommonFlags
  readonly target: DeployTarget
  readonly output: Output
}

async function recover(session: DeploySession, facts: Facts): Promise<number> {
  const { argv, target, output } = facts
  const { aws, signal, host } = session
  const { stackName, settings } = target
  const stack = await aws.until(signal).describeStack(stackName)
  if (stack === undefined) throw noStack(stackName)
  checkAccount(stackName, settings.account, accountOf(stack.StackId))
  const detect = (): ReturnType<typeof detectDrift> =>
    detectDrift(aws, stack, { sources: settings.sources, signal })
  const { report, drifts } = await detect()
  host.say(renderDrift(report))
  if (report.status === 'IN_SYNC') {
    session.closeView()
    output.document({ stack: stackName, status: 'in-sync', before: report })
    return 0
  }
  const text = await aws.until(signal).template({ stack: stack.StackId ?? stackName })
  const template = parseTemplate(text, 'the deployed template') as Template
  const deployment = {
    ...session,
    target: { ...target, text, template },
    operation: 'update' as const,
    given: [],
    choices: {},
  }
  const outcome = await takeBack(deployment, { drifts, argv, text, stack })
  if (!outcome.ok) throw failureOf(outcome, { verb: 'recover', target })
  const { report: after } = await detect()
  session.closeView()
  say(output, { before: report, after, stackName })
  return after.status === 'IN_SYNC' ? 0 : 1
}

function say(
  output: Output,
  {
    before,
    after,
    stackName,
  }: { readonly before: DriftReport; readonly after: DriftReport; readonly stackName: string },
): void {
  const isBack = after.status === 'IN_SYNC'
  output.document({ stack: stackName, status: isBack ? 'recovered' : 'drifted', before, after })
  output.say(isBack ? `Stack "${stackName}" is as its template says` : renderDrift(after))
}

/** The drift-aware way, and the other one where CloudFormation refuses that. */
async function takeBack(
  deployment: StackDeployment,
  facts: {
    readonly drifts: readonly StackResourceDrift[]
    readonly argv: RecoverFlags
    readonly text: string
    readonly stack: Stack
  },
): Promise<Outcome> {
  const { drifts, argv, text } = facts
  const { host, signal, target } = deployment
  const hint = (verb: string): string => commandHint(verb, argv)
  if (!argv['two-step']) {
    const refused = await revertDrift(deployment, hint).catch((error: unknown) => {
      if (error instanceof CfstackError && error.code === 'E_CHANGE_SET') return error
      throw error
    })
    if (refused !== undefined && !(refused instanceof CfstackError)) return refused
    const why = refused?.message ?? 'CloudFormation finds nothing that a drift-aware change set takes back'
    const way = host.interactive
      ? await host.choose({ text: why, answers: { 'two-step': 'take it back by two updates' } }, signal)
      : undefined
    if (way === undefined) throw notRecovered(target.stackName, why, hint)
  }
  const safe = withSafeCopy(deployment, text)
  const outcome = await recoverInSteps(safe.deployment, drifts, hint)
  if (outcome.ok) safe.remove()
  return outcome
}

/** Keeps the stack's own template in a file from the first approval on: half-way the deployed one is another. */
function withSafeCopy(
  deployment: StackDeployment,
  text: string,
): { readonly deployment: StackDeployment; remove(): void } {
  const { host, target } = deployment
  const file = `${target.stackName}.before-recovery${text.trimStart().startsWith('{') ? '.json' : '.yaml'}`
  const approve: StackDeployment['host']['approve'] = async (proposal, signal) => {
    await host.approve(proposal, signal)
    if (existsSync(file)) return
    writeFileSync(file, text)
    host.say(`Until this is done, the stack's own template is in ${file}`)
  }
  return {
    deployment: { ...deployment, host: { ...host, approve } },
    remove: () => rmSync(file, { force: true }),
  }
}

function notRecovered(stackName: string, why: string, hint: (verb: string) => string): CfstackError {
  return new CfstackError('E_RECOVERY', `Cannot recover stack "${stackName}": ${why}`, {
    hint: `Take it back by two updates: ${hint('recover')} --two-step`,
    exitCode: 1,
  })
}

function noStack(stackName: string): CfstackError {
  return new CfstackError('E_NO_STACK', `Cannot recover stack "${stackName}": it does not exist`, {
    hint: 'Check --region and --profile',
  })
}

function defined(settings: object): DeployTarget['settings'] {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
}
