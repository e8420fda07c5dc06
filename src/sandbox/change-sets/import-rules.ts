import { isObject } from '../../validate/json.ts'
import type { CallContext } from '../operation.ts'
import { validationError } from '../service-error.ts'
import { readTemplate } from '../template/read-template.ts'
import { sectionOf } from '../template/structure/section-of.ts'
import type { Desired, JsonObject, StackState } from '../world.ts'
import type { ResourceToImport } from './change-set-state.ts'
import { planChanges } from './plan-changes.ts'
import { draftStack } from './draft-stack.ts'

interface Import {
  readonly stack: StackState | undefined
  readonly desired: Desired
  readonly imports: readonly ResourceToImport[]
}

/** Throws what CloudFormation says of an import that does anything else, or of resources that cannot be imported. */
export function refuseImports(context: CallContext, { stack, desired, imports }: Import): void {
  const ids = imports.map(({ LogicalResourceId }) => LogicalResourceId)
  if (new Set(ids).size < ids.length)
    throw validationError('Every resource to import must have unique LogicalResourceId')
  const declared = sectionOf(readTemplate(desired.body), 'Resources')
  refuseUndeclared(imports, declared)
  const { world } = context
  const target = stack ?? draftStack('import', context.place)
  const { changes } = planChanges(world, target, desired, { imports })
  const of = (...actions: readonly string[]) =>
    changes.filter(({ action }) => actions.includes(action)).map(({ logicalId }) => logicalId)
  const imported = of('Import')
  if (imported.length === 0 && of('Add').length === 0)
    throw validationError('The template should contain at least one new resource to import.')
  refuse(
    ids.filter((id) => !imported.includes(id)),
    (list) => `Resources ${list} passed in ResourceToImport are already in a stack and cannot be imported.`,
  )
  refuse(of('Add'), (list) => `Resources ${list} is missing from ResourceToImport list`)
  refuse(
    of('Modify', 'Remove'),
    (list) =>
      `You have modified resources ${list} in your template that are not being imported. Update, create or delete operations cannot be executed during import operations.`,
  )
  refuse(
    ids.filter((id) => !isObject(declared[id]) || declared[id]['DeletionPolicy'] === undefined),
    (list) =>
      `The following resources to import ${list} must have DeletionPolicy attribute specified in the template.`,
  )
  if (outputsOf(stack?.desired) !== outputsOf(desired))
    throw validationError('As part of the import operation, you cannot modify or add [Outputs]')
}

function refuseUndeclared(imports: readonly ResourceToImport[], declared: JsonObject): void {
  refuse(
    imports.map((one) => one.LogicalResourceId).filter((id) => !Object.hasOwn(declared, id)),
    (list) => `The logical resource ids ${list} provided in ResourceToImport do not exist in the template.`,
  )
  for (const { LogicalResourceId: id, ResourceType: type } of imports) {
    const resource = declared[id]
    const written = isObject(resource) ? String(resource['Type']) : ''
    if (written !== type)
      throw validationError(
        `Resource type of [${id}] passed in ResourceToImport does not match with resource type defined in the template. Resource type in ResourceToImport: ${type}; Resource type in Template: ${written}.`,
      )
  }
}

function refuse(ids: readonly string[], text: (list: string) => string): void {
  if (ids.length > 0) throw validationError(text(`[${ids.join(', ')}]`))
}

function outputsOf(desired: Desired | undefined): string {
  return desired === undefined || desired.body === ''
    ? '{}'
    : JSON.stringify(sectionOf(readTemplate(desired.body), 'Outputs'))
}
