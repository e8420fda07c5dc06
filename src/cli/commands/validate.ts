import type { Command } from '../command.ts'
import type { Level } from '../../validate/finding.ts'
import { policiesIn } from '../deep/policies.ts'
import { explain } from '../findings/explain.ts'
import { judgeComments } from '../findings/judge-comments.ts'
import { formats, printReports, type Format } from '../findings/print-reports.ts'
import type { Report } from '../findings/report.ts'
import { addedTypes } from '../load/added-types.ts'
import { checkTargets } from '../validate/check-targets.ts'
import { unknownRegions } from '../validate/unknown-regions.ts'
import { standardInput, targetsOf } from '../validate/targets.ts'

interface ValidateFlags {
  readonly files: readonly string[]
  readonly manifest: string
  readonly region: readonly string[]
  readonly ignore: readonly string[]
  readonly mandatory: readonly string[]
  readonly format: Format
  readonly 'fail-on': Level
  readonly explain: string | undefined
  readonly deep: boolean
  readonly policies: string | undefined
  readonly previous: string | undefined
}

const list = { type: 'string', array: true, requiresArg: true, default: [] as string[] } as const

export const command: Command<ValidateFlags> = {
  builder: (yargs, args) =>
    yargs
      .middleware((argv) => withStandardInput(argv, args))
      .positional('files', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe:
          'Stacks of the manifest, template files, folders, patterns, - for standard input; all stacks when none is given',
      })
      .option('manifest', {
        type: 'string',
        requiresArg: true,
        default: 'templates-out/stacks.json',
        describe: 'Manifest whose stacks are meant',
      })
      .option('region', { ...list, describe: 'Region that the templates are meant for; may be repeated' })
      .option('ignore', {
        ...list,
        describe: 'Code not to hear of, or the beginning of codes; may be repeated',
      })
      .option('mandatory', {
        ...list,
        describe: 'Code that nothing suppresses, or the beginning of codes; may be repeated',
      })
      .option('format', { choices: formats, default: 'text', describe: 'How findings are printed' } as const)
      .option('fail-on', {
        choices: ['error', 'warning', 'info'],
        default: 'error',
        describe: 'Lowest level that makes the exit code 2',
      } as const)
      .option('previous', {
        type: 'string',
        requiresArg: true,
        describe:
          'Template as it is deployed, or folder of such: changes that an update cannot make are found',
      })
      .option('deep', {
        type: 'boolean',
        default: false,
        describe: "Ask AWS's validator too (the package @aws/cloudformation-validate)",
      })
      .option('policies', {
        type: 'string',
        requiresArg: true,
        describe: 'Folder of Guard and Rego rules for --deep, which it implies',
      })
      .option('explain', {
        type: 'string',
        requiresArg: true,
        describe: 'Say what a code means, or list the codes with that beginning',
      }),
  handler: async (argv) => {
    if (argv.explain !== undefined) return explain(argv.explain, argv.json)
    const format = argv.json ? 'json' : argv.format
    for (const note of unknownRegions(argv.region)) process.stderr.write(`${note}\n`)
    const settings = {
      regions: argv.region,
      ignore: argv.ignore,
      mandatory: argv.mandatory,
      types: addedTypes(),
      lines: format !== 'text',
      ...(argv.previous !== undefined && { previous: argv.previous }),
      ...((argv.deep || argv.policies !== undefined) && { deep: policiesIn(argv.policies) }),
    }
    const targets = targetsOf(argv.files, argv.manifest)
    const checked = await checkTargets(targets, settings)
    const commented = checked.map((report, i) => ({ report, suppressions: targets[i]?.suppressions ?? [] }))
    const reports = judgeComments(commented, { complete: argv.files.length === 0, ignore: argv.ignore })
    printReports(reports, format)
    return hasFailed(reports, argv.failOn) ? 2 : 0
  },
}

/** yargs loses a single hyphen among positionals. */
function withStandardInput(argv: object, args: readonly string[]): void {
  const flags = argv as { files: readonly string[] }
  if (args.includes(standardInput) && !flags.files.includes(standardInput))
    flags.files = [...flags.files, standardInput]
}

const order: readonly Level[] = ['error', 'warning', 'info']

function hasFailed(reports: readonly Report[], lowest: Level): boolean {
  const failing = order.slice(0, order.indexOf(lowest) + 1)
  return reports.some(({ findings }) => findings.some(({ level }) => failing.includes(level)))
}
