import type { Argv } from 'yargs'

/** Flags that answer before they are asked, and those of the report. */
export interface ChoiceFlags {
  readonly yes: boolean
  readonly approve: 'non-destructive' | undefined
  readonly 'replace-failed': boolean
  readonly 'retry-failed': boolean
  readonly 'roll-back-failed': boolean
  readonly 'continue-rollback': boolean
  readonly skip: string[] | undefined
  readonly join: boolean
  readonly wait: boolean
  readonly timeout: string | undefined
  readonly concurrency: string
  readonly 'create-bucket': boolean
  readonly timeline: boolean
  readonly github: boolean
}

/** Their names, which no template parameter gets as its flag. */
export const choiceFlagNames = [
  'yes',
  'approve',
  'replace-failed',
  'retry-failed',
  'roll-back-failed',
  'continue-rollback',
  'skip',
  'join',
  'wait',
  'timeout',
  'concurrency',
  'create-bucket',
  'timeline',
  'github',
] as const

const stringFlags = { type: 'string', requiresArg: true } as const
const booleanFlags = { type: 'boolean', default: false } as const

/** Declares them. */
export function choiceFlags<Flags>(program: Argv<Flags>): Argv<Flags & ChoiceFlags> {
  return program
    .option('yes', { type: 'boolean', default: false, describe: 'Execute the change set without asking' })
    .option('approve', {
      ...stringFlags,
      choices: ['non-destructive'] as const,
      describe: 'Execute without asking what deletes, replaces and unprotects nothing',
    })
    .option('replace-failed', {
      ...booleanFlags,
      describe: 'Delete a stack that never came to life, and create it anew',
    })
    .option('retry-failed', {
      ...booleanFlags,
      describe: 'Deploy onto what a failed operation without rollback has made',
    })
    .option('roll-back-failed', {
      ...booleanFlags,
      describe: 'Roll a failed operation back first',
    })
    .option('continue-rollback', { ...booleanFlags, describe: 'Finish a failed rollback first' })
    .option('skip', {
      ...stringFlags,
      array: true,
      describe: 'Resource that --continue-rollback leaves as it is; may be repeated',
    })
    .option('join', { ...booleanFlags, describe: 'Follow what runs on the stack, in place of deploying' })
    .option('wait', { ...booleanFlags, describe: 'Wait for what runs on the stack, then deploy' })
    .option('timeout', {
      ...stringFlags,
      describe: 'Minutes after which the deployment is cancelled and turned back',
    })
    .option('concurrency', {
      ...stringFlags,
      default: '8',
      describe: 'Stacks that are deployed at the same time',
    })
    .option('create-bucket', {
      ...booleanFlags,
      describe: 'Make the bucket for templates of more than 51,200 bytes when it is not there',
    })
    .option('timeline', { ...booleanFlags, describe: 'Show the slowest resources afterwards' })
    .option('github', {
      ...booleanFlags,
      describe: 'Annotate failures for GitHub Actions',
    }) as unknown as Argv<Flags & ChoiceFlags>
}
