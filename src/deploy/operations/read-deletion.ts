import type { Template } from '../../model/template.ts'
import { parseTemplate } from '../../validate/read-template.ts'
import type { CloudFormationReads, Stack } from '../calls/client.ts'
import { deletionOf, type Deletion, type ExportInUse } from './deletion.ts'

export interface ReadDeletionOptions {
  readonly sources?: Readonly<Record<string, string>> | undefined
  readonly retain?: readonly string[]
  /** Stacks that are deleted before this one: what they import does not count. */
  readonly deletedBefore?: readonly string[]
}

/** Reads what the deletion of a stack means: resources and their fates, exports that others import. */
export async function readDeletion(
  aws: CloudFormationReads,
  stack: Stack,
  options: ReadDeletionOptions = {},
): Promise<Deletion> {
  const id = stack.StackId ?? stack.StackName ?? ''
  const [resources, template, exportsInUse] = await Promise.all([
    aws.stackResources(id),
    deployedTemplate(aws, id),
    readExportsInUse(aws, stack, options.deletedBefore ?? []),
  ])
  return deletionOf(stack, {
    resources,
    template,
    exportsInUse,
    sources: options.sources,
    retain: options.retain ?? [],
  })
}

/** The exports of a stack that others import, with the names of these. */
export async function readExportsInUse(
  aws: CloudFormationReads,
  stack: Stack,
  besides: readonly string[] = [],
): Promise<readonly ExportInUse[]> {
  const names = (stack.Outputs ?? []).flatMap(({ ExportName }) => ExportName ?? [])
  const all = await Promise.all(names.map(async (name) => ({ name, importers: await aws.importers(name) })))
  return all
    .map(({ name, importers }) => ({ name, importers: importers.filter((one) => !besides.includes(one)) }))
    .filter(({ importers }) => importers.length > 0)
}

/** The deployed template, parsed; undefined when there is none yet or it can't be read. */
export async function deployedTemplate(
  aws: CloudFormationReads,
  stack: string,
): Promise<Template | undefined> {
  try {
    const template = parseTemplate(await aws.template({ stack }), stack) as Template | null
    return typeof template?.Resources === 'object' ? template : undefined
  } catch {
    return undefined
  }
}
