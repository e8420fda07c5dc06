import type { Argv } from 'yargs'

/** Flags that say what a change set does besides comparing the template with the last deployment. */
export interface KindFlags {
  readonly 'revert-drift': boolean
  readonly 'import-existing': boolean
  readonly import: string[] | undefined
}

/** Their names, which no template parameter gets as its flag. */
export const kindFlagNames = ['revert-drift', 'import-existing', 'import'] as const

const booleanFlags = { type: 'boolean', default: false } as const

/** Declares them. */
export function kindFlags<Flags>(program: Argv<Flags>): Argv<Flags & KindFlags> {
  return program
    .option('revert-drift', {
      ...booleanFlags,
      describe: 'Compare with what is really there, and take back what was changed by hand',
    })
    .option('import-existing', {
      ...booleanFlags,
      describe: 'Take over resources that exist under the names that the template gives them',
    })
    .option('import', {
      type: 'string',
      requiresArg: true,
      array: true,
      describe: 'Take over an existing resource: LOGICALID=PROPERTY:VALUE; may be repeated',
    }) as unknown as Argv<Flags & KindFlags>
}
