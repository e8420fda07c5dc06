import type { Diagnosis } from '../../deploy/doctor/diagnosis.ts'
import { ways, type WayName } from '../../deploy/doctor/ways.ts'
import { CfstackError } from '../../model/error.ts'
import { deployedStack, type StackSession } from '../stack/stack-session.ts'
import { operationFailed, watchOn } from '../stack/watch-operation.ts'
import { cancelUpdate } from './cancel-update.ts'
import { deleteStack } from './delete-stack.ts'
import { planDeletion } from './plan-deletion.ts'
import { rollBack } from './roll-back.ts'

/** Ways that need a template and its parameters have a command of their own. */
const elsewhere: ReadonlySet<WayName> = new Set(['create', 'update'])

/** Goes one of the ways of a diagnosis, and gives the JSON document of what was done. */
export async function goWay(
  session: StackSession,
  diagnosis: Diagnosis,
  { name, yes }: { readonly name: WayName; readonly yes: boolean },
): Promise<object> {
  const way = diagnosis.ways.find((one) => one.name === name)
  if (way === undefined) {
    const known = diagnosis.ways.map((one) => one.name).join(', ')
    throw new CfstackError(
      'E_USAGE',
      `Cannot ${name} stack "${session.stackName}": that leads nowhere from ${diagnosis.status}`,
      {
        hint: known === '' ? 'There is nothing to do' : `From there lead: ${known}`,
      },
    )
  }
  const { takes } = ways[name]
  const failed = diagnosis.resources
    .filter(({ status }) => status === takes)
    .map(({ logicalId }) => logicalId)
  if (elsewhere.has(name)) {
    session.output.say(`Run: ${way.command}`)
    return { stack: session.stackName, status: diagnosis.status, run: way.command }
  }
  if (name === 'join') return join(session)
  if (name === 'cancel') return cancelUpdate(session, { yes })
  if (name === 'delete' || name === 'retain' || name === 'force-delete') {
    return remove(session, { yes, retain: name === 'retain' ? failed : [], force: name === 'force-delete' })
  }
  return rollBack(session, { yes, skip: name === 'skip' ? failed : [], force: name === 'force' })
}

async function join(session: StackSession): Promise<object> {
  const stack = await deployedStack(session, 'watch')
  const after = (await session.reads.stackEvents(stack.StackId)).StackEvents?.[0]?.EventId
  const wanted = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'IMPORT_COMPLETE', 'DELETE_COMPLETE']
  const result = await watchOn(session, { stackId: stack.StackId, after }, wanted)
  if (!result.ok) throw operationFailed(session, 'finish the operation of', result)
  return { stack: session.stackName, status: result.status }
}

async function remove(
  session: StackSession,
  choices: { readonly yes: boolean; readonly retain: readonly string[]; readonly force: boolean },
): Promise<object> {
  const all = { ...choices, unprotect: false }
  const deletion = await planDeletion(session, all)
  return deletion === undefined
    ? { stack: session.stackName, status: 'no-stack' }
    : deleteStack(session, deletion, all)
}
