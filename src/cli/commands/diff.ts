import { templateDiff } from '../../deploy/diff/template-diff.ts'
import { valueChanges, type ValueChange } from '../../deploy/diff/value-changes.ts'
import { readPlainTarget, type DeployTarget } from '../../deploy/template/read-target.ts'
import type { Template } from '../../model/template.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import type { Command, CommonFlags } from '../command.ts'
import { paintPlan } from '../plan/paint-plan.ts'
import { renderDiff, type Compared } from '../plan/render-diff.ts'
import { openOutput } from '../output.ts'
import { namedStack, stackFlags, type StackFlags } from '../stack/stack-flags.ts'
import { deployedStack, withStack } from '../stack/stack-session.ts'

interface DiffFlags extends StackFlags {
  readonly against: string | undefined
  readonly 'exit-code': boolean
}

/** `cfstack diff`: how a template differs from the deployed one, or from another file, without a change set. */
export const command: Command<DiffFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('against', {
        type: 'string',
        requiresArg: true,
        describe: 'Template file to compare with, in place of the deployed template',
      })
      .option('exit-code', {
        type: 'boolean',
        default: false,
        describe: 'End with 3 when there are differences',
      }) as never,
  handler: async (argv) => {
    const compared = argv.against === undefined ? await withDeployed(argv) : withFile(argv, argv.against)
    const { stack, against, file, diff, values } = compared
    const output = openOutput(argv.json)
    output.document({ stack, against, file, ...diff, values })
    output.say(paintPlan(renderDiff(compared), output.palette))
    const isSame = diff.changes.length === 0 && diff.sections.length === 0 && values.length === 0
    return argv.exitCode === true && !isSame ? 3 : 0
  },
}

function withFile(argv: DiffFlags & CommonFlags, against: string): Compared {
  const target = namedStack(argv).target()
  const other = readPlainTarget(against, target.stackName)
  return compared(target, { against, template: other.template, values: [] })
}

async function withDeployed(argv: DiffFlags & CommonFlags): Promise<Compared> {
  let result: Compared | undefined
  await withStack(argv, async (session) => {
    const target = session.target()
    const stack = await deployedStack(session, 'compare')
    const text = await session.reads.template({ stack: stack.StackId })
    const template = parseTemplate(text, 'the deployed template') as Template
    result = compared(target, { against: 'deployed', template, values: valueChanges(stack, target) })
    return 0
  })
  return result as Compared
}

function compared(
  { stackName, file, template, settings }: DeployTarget,
  other: { readonly against: string; readonly template: Template; readonly values: readonly ValueChange[] },
): Compared {
  const diff = templateDiff(other.template, template, settings.sources)
  return { stack: stackName, against: other.against, file, diff, values: other.values }
}
