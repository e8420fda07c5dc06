import { applyPlan } from '../../deploy/flow/apply-plan.ts'
import { readPlanFile, type PlanFile } from '../../deploy/plan/plan-file.ts'
import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { Command } from '../command.ts'
import { sandboxFlags, type SandboxFlags } from '../sandbox/sandbox-flags.ts'
import { reportOutcome } from '../deployment/report-outcome.ts'
import { openOutput } from '../output.ts'
import { withDeploySession } from '../deployment/deploy-session.ts'

interface ApplyFlags extends SandboxFlags {
  readonly file: string
  readonly yes: boolean
  readonly timeline: boolean
  readonly region: string | undefined
  readonly profile: string | undefined
}

/** `cfstack apply`: executes what `cfstack plan --out` has planned, if nothing has moved since. */
export const command: Command<ApplyFlags> = {
  builder: (yargs) =>
    sandboxFlags(yargs)
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: 'File that `cfstack plan --out` wrote',
      })
      .option('yes', { type: 'boolean', default: false, describe: 'Execute it without asking' })
      .option('timeline', {
        type: 'boolean',
        default: false,
        describe: 'Show the slowest resources afterwards',
      })
      .option('region', {
        type: 'string',
        requiresArg: true,
        describe: 'AWS region, if not that of the plan',
      })
      .option('profile', {
        type: 'string',
        requiresArg: true,
        describe: 'Profile of the AWS configuration',
      }) as never,
  handler: async (argv) => {
    const file = readPlanFile(argv.file)
    const target = targetOf(file)
    const output = openOutput(argv.json)
    const region = argv.region ?? file.region
    const flags = { 'stack-name': file.stack, region, profile: argv.profile, sandbox: argv.sandbox }
    const place = { where: { ...argv, region }, place: flags }
    const approved = argv.yes ? 'all' : 'none'
    return withDeploySession(target, { ...place, output, approved }, async (session) => {
      const outcome = await applyPlan(
        { ...session, target, operation: 'deploy', given: [], choices: {} },
        file,
      )
      session.closeView()
      return reportOutcome(outcome, { output, target, verb: file.operation, timeline: argv.timeline })
    })
  },
}

/** What is executed is the change set: nothing of the template is sent again. */
function targetOf({ stack, template, stackSettings }: PlanFile): DeployTarget {
  return {
    stackName: stack,
    file: template.file,
    text: '',
    template: { Resources: {} },
    settings: stackSettings,
  }
}
