import type { AnySchema } from '../../src/validate/schemas/prepare.ts'
import type { DataPack } from '../cfn-lint/data-pack.ts'

/** cfn-lint's schemas of other parts than resources, by name. */
export function otherSchemas({ other }: DataPack): readonly (readonly [name: string, schema: AnySchema])[] {
  return Object.entries(other).map(([name, schema]) => [name, withNamedRoot(schema as AnySchema)])
}

/** A schema that names itself `#/` holds itself as a definition: our validators know references to definitions only. */
function withNamedRoot(schema: AnySchema): AnySchema {
  const text = JSON.stringify(schema)
  if (!text.includes('"$ref":"#/"')) return schema
  const renamed = JSON.parse(text.replaceAll('"$ref":"#/"', '"$ref":"#/definitions/root"')) as AnySchema
  const { definitions, ...root } = renamed
  return { $ref: '#/definitions/root', definitions: { ...(definitions as AnySchema), root } }
}
