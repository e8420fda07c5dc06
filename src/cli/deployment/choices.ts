import type { DeployChoices } from '../../deploy/flow/deployment.ts'
import { CfstackError } from '../../model/error.ts'
import type { DeployFlags } from './deploy-flags.ts'

/** What the flags answer before it is asked; throws for answers that exclude each other. */
export function choicesOf(argv: DeployFlags): DeployChoices {
  refuseBoth(argv, 'join', 'wait')
  refuseBoth(argv, 'retry-failed', 'roll-back-failed')
  refuseBoth(argv, 'retry-failed', 'replace-failed')
  const stopped = argv['retry-failed'] ? 'retry' : argv['roll-back-failed'] ? 'roll-back' : undefined
  const busy = argv.join ? 'join' : argv.wait ? 'wait' : undefined
  if (argv.skip !== undefined && !argv['continue-rollback'])
    throw usage('--skip is given without --continue-rollback', 'It says what a continued rollback leaves out')
  return {
    replaceFailed: argv['replace-failed'],
    continueRollback: argv['continue-rollback'],
    skip: argv.skip ?? [],
    createBucket: argv['create-bucket'],
    timeoutMinutes: minutes(argv.timeout),
    ...(stopped === undefined ? {} : { stopped }),
    ...(busy === undefined ? {} : { busy }),
  }
}

function minutes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isFinite(value) && value > 0) return value
  throw usage(`--timeout "${text}" is no number of minutes`, 'Write for example --timeout 30')
}

function refuseBoth(argv: DeployFlags, one: keyof DeployFlags, other: keyof DeployFlags): void {
  if (argv[one] === true && argv[other] === true)
    throw usage(`--${one} and --${other} exclude each other`, 'Give one of them')
}

function usage(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
