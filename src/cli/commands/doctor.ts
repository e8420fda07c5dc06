import type { Diagnosis } from '../../deploy/doctor/diagnosis.ts'
import { examine } from '../../deploy/doctor/examine.ts'
import { ways, type WayName } from '../../deploy/doctor/ways.ts'
import { readManifest } from '../../deploy/template/read-target.ts'
import { CfstackError } from '../../model/error.ts'
import { deployFromDoctor } from '../actions/deploy-from-doctor.ts'
import { goWay } from '../actions/go-way.ts'
import { renderDiagnosis } from '../actions/render-diagnosis.ts'
import type { Command, CommonFlags } from '../command.ts'
import { openOutput } from '../output.ts'
import { ask, isInteractive } from '../prompt.ts'
import { stackFlags, usage, type StackFlags } from '../stack/stack-flags.ts'
import { withStack, type StackSession } from '../stack/stack-session.ts'

interface DoctorFlags extends StackFlags {
  readonly do: WayName | undefined
  readonly yes: boolean
  readonly 'exit-code': boolean
}

/** `cfstack doctor`: what is the case with a stack and why, the ways on, and going one of them. */
export const command: Command<DoctorFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .option('do', {
        type: 'string',
        requiresArg: true,
        choices: Object.keys(ways),
        describe: 'Go this way, in place of asking which',
      })
      .option('yes', { type: 'boolean', default: false, describe: 'Go it without asking' })
      .option('exit-code', {
        type: 'boolean',
        default: false,
        describe: 'End with 3 when a stack needs somebody',
      }) as never,
  handler: async (argv) => {
    if (argv.stack !== undefined || argv.stackName !== undefined) return treatOne(argv)
    if (argv.do !== undefined) throw usage('--do is given without a stack', 'Name the stack')
    return examineAll(argv)
  },
}

async function treatOne(argv: DoctorFlags & CommonFlags): Promise<number> {
  let deploy: (() => Promise<number>) | undefined
  const code = await withStack(argv, async (session) => {
    const diagnosis = await examine(session.reads, session.stackName, session)
    if (diagnosis === undefined) {
      session.output.say(`Stack "${session.stackName}" does not exist, and did not in the last 90 days`)
      session.output.document({ stack: session.stackName, status: 'no-stack' })
      return 0
    }
    session.output.say(renderDiagnosis(diagnosis))
    const name = argv.do ?? (await askWhich(session, diagnosis))
    if (name === undefined) {
      session.output.document(diagnosis)
      return exitCode(argv, [diagnosis])
    }
    if ((name === 'create' || name === 'update') && leads(diagnosis, name) && hasTemplate(session)) {
      deploy = () => deployFromDoctor(name, diagnosis, argv)
      return 0
    }
    session.output.document({ ...diagnosis, done: await goWay(session, diagnosis, { name, yes: argv.yes }) })
    return 0
  })
  return deploy === undefined ? code : deploy()
}

function leads({ ways }: Diagnosis, name: WayName): boolean {
  return ways.some((way) => way.name === name)
}

function hasTemplate({ target }: StackSession): boolean {
  try {
    target()
    return true
  } catch (error) {
    if (error instanceof CfstackError && error.code === 'E_USAGE') return false
    throw error
  }
}

/** All stacks of the manifest are looked at, nothing is done. */
async function examineAll(argv: DoctorFlags & CommonFlags): Promise<number> {
  const output = openOutput(argv.json)
  const found: Diagnosis[] = []
  for (const stack of Object.keys(readManifest(argv.manifest).stacks)) {
    await withStack({ ...argv, stack }, async (session) => {
      const diagnosis = await examine(session.reads, stack, session)
      output.say(diagnosis === undefined ? `Stack "${stack}": not deployed` : renderDiagnosis(diagnosis))
      if (diagnosis !== undefined) found.push(diagnosis)
      return 0
    })
  }
  output.document({ stacks: found })
  return exitCode(argv, found)
}

function exitCode(argv: DoctorFlags & { readonly exitCode?: unknown }, found: readonly Diagnosis[]): number {
  return argv.exitCode === true && found.some(({ kind }) => kind === 'stuck') ? 3 : 0
}

/** Asks on a terminal which way to go; an empty answer is none. */
async function askWhich(
  { signal, output }: StackSession,
  diagnosis: Diagnosis,
): Promise<WayName | undefined> {
  if (!isInteractive() || diagnosis.ways.length === 0) return undefined
  for (;;) {
    const answer =
      (await ask(`Which way? [1-${diagnosis.ways.length}, or nothing] `, { signal }))?.trim() ?? ''
    if (answer === '') return undefined
    const way = diagnosis.ways[Number(answer) - 1] ?? diagnosis.ways.find(({ name }) => name === answer)
    if (way !== undefined) return way.name
    output.say(`  "${answer}" is none of them`)
  }
}
