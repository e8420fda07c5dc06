import { readManifest } from '../../deploy/template/read-target.ts'
import { deleteStack, type DeletionResult } from '../actions/delete-stack.ts'
import { planDeletion, type DeleteChoices } from '../actions/plan-deletion.ts'
import type { Command } from '../command.ts'
import { openOutput } from '../output.ts'
import { stackFlags, usage, type StackFlags } from '../stack/stack-flags.ts'
import { withStack } from '../stack/stack-session.ts'

interface DeleteFlags extends Omit<StackFlags, 'stack'> {
  readonly stacks: readonly string[]
  readonly all: boolean
  readonly yes: boolean
  readonly retain: string[] | undefined
  readonly force: boolean
  readonly unprotect: boolean
}

/** `cfstack delete`: one stack or several, those that others need last; what is lost is named first. */
export const command: Command<DeleteFlags> = {
  builder: (yargs) =>
    stackFlags(yargs)
      .positional('stacks', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: 'Stacks of the manifest',
      })
      .option('all', { type: 'boolean', default: false, describe: 'All stacks of the manifest' })
      .option('yes', { type: 'boolean', default: false, describe: 'Delete without asking' })
      .option('retain', {
        type: 'string',
        requiresArg: true,
        array: true,
        describe: 'Logical id that stays, once a deletion has failed; may be repeated',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Forget what cannot be deleted' })
      .option('unprotect', {
        type: 'boolean',
        default: false,
        describe: 'Switch termination protection off first',
      }) as never,
  handler: async (argv) => {
    const names = wantedNames(argv)
    const { yes, retain = [], force, unprotect } = argv
    const choices = { yes, retain, force, unprotect }
    const results: DeletionResult[] = []
    const before = (at: number) => names.slice(0, at).filter((name) => name !== undefined)
    // What can't be deleted is known before the first stack goes.
    for (const [at, name] of names.length > 1 ? names.entries() : []) {
      await withStack({ ...argv, stack: name }, async (session) => {
        await planDeletion(session, { ...choices, deletedBefore: before(at) })
        return 0
      })
    }
    for (const [at, name] of names.entries()) {
      results.push(await deleteOne({ ...argv, stack: name }, { ...choices, deletedBefore: before(at) }))
    }
    openOutput(argv.json).document(names.length === 1 ? results[0] : { stacks: results })
    return 0
  },
}

async function deleteOne(
  argv: StackFlags & { readonly json: boolean },
  choices: DeleteChoices,
): Promise<DeletionResult> {
  let result: DeletionResult | undefined
  await withStack(argv, async (session) => {
    const deletion = await planDeletion(session, choices)
    if (deletion !== undefined) {
      result = await deleteStack(session, deletion, choices)
      return 0
    }
    session.output.say(`No stack "${session.stackName}": nothing to delete`)
    result = { stack: session.stackName, status: 'no-stack', retained: [] }
    return 0
  })
  return result as DeletionResult
}

/** The stacks in the order of their deletion: the reverse of the manifest's. */
function wantedNames(argv: DeleteFlags): readonly (string | undefined)[] {
  if (argv.all && argv.stacks.length > 0) throw usage('--all is given with names', 'Give one of them')
  if (argv.all) return Object.keys(readManifest(argv.manifest).stacks).reverse()
  if (argv.stacks.length < 2) return [argv.stacks[0]]
  const order = Object.keys(readManifest(argv.manifest).stacks)
  return [...argv.stacks].sort((a, b) => order.indexOf(b) - order.indexOf(a))
}
