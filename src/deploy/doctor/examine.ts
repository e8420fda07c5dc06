import { CfstackError } from '../../model/error.ts'
import type { CloudFormationReads, Stack } from '../calls/client.ts'
import { lastOperationEvents } from '../inspect/operation-events.ts'
import type { DeploySettings } from '../template/request.ts'
import { diagnose, type Diagnosis, type KeptExport } from './diagnosis.ts'

/** Reads all that a diagnosis needs. Undefined when there is no stack, and never was one in the last 90 days. */
export async function examine(
  aws: CloudFormationReads,
  stackName: string,
  { settings, hint }: { readonly settings: DeploySettings; readonly hint: (verb: string) => string },
): Promise<Diagnosis | undefined> {
  const stack = (await aws.describeStack(stackName)) ?? (await deletedStack(aws, stackName))
  if (stack === undefined) return undefined
  const id = stack.StackId ?? stackName
  const [resources, events, pending, keptExports] = await Promise.all([
    aws.stackResources(id),
    lastOperationEvents(aws, id),
    stack.StackStatus === 'DELETE_COMPLETE' ? [] : aws.pendingChangeSets(id),
    readKeptExports(aws, settings),
  ])
  const pendingChangeSets = pending.map(({ name }) => name)
  return diagnose(stack, {
    resources,
    events,
    pendingChangeSets,
    keptExports,
    sources: settings.sources,
    hint,
  })
}

async function deletedStack(aws: CloudFormationReads, stackName: string): Promise<Stack | undefined> {
  const all = await aws.listStacks(['DELETE_COMPLETE'])
  const mine = all.filter(({ StackName, ParentId }) => StackName === stackName && !ParentId)
  return mine.sort((a, b) => Number(b.DeletionTime ?? 0) - Number(a.DeletionTime ?? 0))[0]
}

/** Exports that the manifest marks as kept, with what imports them now. */
async function readKeptExports(
  aws: CloudFormationReads,
  { exports = {} }: DeploySettings,
): Promise<readonly KeptExport[]> {
  const kept = Object.entries(exports).filter(([, { importedBy }]) => importedBy.length === 0)
  return Promise.all(
    kept.map(async ([name]) => ({
      name,
      importers: await aws.importers(name).catch((error: unknown) => {
        if (error instanceof CfstackError && error.code === 'E_ACCESS')
          return ['a stack that you may not see']
        throw error
      }),
    })),
  )
}
