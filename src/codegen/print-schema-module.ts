import type { TypeModel } from './type-model.ts'
import { printService } from './print-service.ts'

/** How the module of an added type begins; a file that begins otherwise is the user's own. */
export const schemaModuleMark = '// Made by `cfstack types add`'

/** Prints the module of a resource type outside the specification; it imports from `cfstack` only. */
export function printSchemaModule(model: TypeModel): string {
  const imports = { resource: 'cfstack', types: { module: 'cfstack', binding: '{ Cfn }' } }
  const title = `${schemaModuleMark.slice(3)} from the registry schema of ${model.type}: do not edit.`
  return printService([model], imports, title)
}

/** The file that the module goes to when the user names none, for example `types/datadog-monitors-monitor.ts`. */
export function schemaModuleFile(type: string): string {
  return `types/${type
    .replace(/::MODULE$/, '')
    .toLowerCase()
    .replaceAll('::', '-')}.ts`
}
