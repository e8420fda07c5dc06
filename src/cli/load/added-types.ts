import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TypeModel } from '../../codegen/type-model.ts'
import { fromSchema } from '../../codegen/from-schema.ts'
import { parseRegistrySchema } from '../../codegen/registry-schema.ts'

/** The resource types that `cfstack types add` has added to a project: those whose schemas are in its `types` folder, or below it. */
export function addedTypes(folder = 'types'): readonly TypeModel[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const schemas = files.filter((name) => name.endsWith('.schema.json')).map((name) => join(folder, name))
  return schemas.sort().map((file) => fromSchema(parseRegistrySchema(readFileSync(file, 'utf8'), file), file))
}
