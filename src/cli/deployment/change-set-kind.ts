import type { DeployTarget } from '../../deploy/template/read-target.ts'
import type { ChangeSetKind, ImportedResource } from '../../deploy/template/request.ts'
import { didYouMean } from '../../model/did-you-mean.ts'
import { CfstackError } from '../../model/error.ts'
import type { KindFlags } from './kind-flags.ts'

/** What kind of change set the flags want; throws when they contradict each other or name what is not in the template. */
export function kindOf(argv: KindFlags, target: DeployTarget): ChangeSetKind {
  const { 'revert-drift': revertDrift, 'import-existing': importExisting, import: given = [] } = argv
  const wanted = [
    revertDrift ? '--revert-drift' : [],
    importExisting ? '--import-existing' : [],
    given.length > 0 ? '--import' : [],
  ].flat()
  if (wanted.length > 1) throw usage(`${wanted.join(' and ')} exclude each other`, 'Give one of them')
  return {
    ...(revertDrift ? { revertDrift } : {}),
    ...(importExisting ? { importExisting } : {}),
    ...(given.length > 0 ? { imports: given.map((text) => importedResource(text, target)) } : {}),
  }
}

/** `Logs=BucketName:my-logs`; several properties are separated by commas. */
function importedResource(text: string, { template, stackName }: DeployTarget): ImportedResource {
  const [, id = '', pairs = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
  const identifier = pairs.split(',').map((pair) => /^([^:]+):(.+)$/.exec(pair))
  if (id === '' || identifier.some((pair) => pair === null))
    throw usage(
      `--import "${text}" names no resource and identifier`,
      'Write --import LOGICALID=PROPERTY:VALUE',
    )
  const type = template.Resources[id]?.Type
  if (type === undefined) {
    const near = didYouMean(id, Object.keys(template.Resources))
    throw usage(
      `--import names "${id}", which the template of stack "${stackName}" does not have`,
      near === undefined ? 'Put the resource into the template first' : `Did you mean "${near}"?`,
    )
  }
  const ResourceIdentifier = Object.fromEntries(identifier.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']))
  return { LogicalResourceId: id, ResourceType: type, ResourceIdentifier }
}

function usage(state: string, hint: string): CfstackError {
  return new CfstackError('E_USAGE', `Cannot read the command line: ${state}`, { hint })
}
