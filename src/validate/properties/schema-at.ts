import type { ObjectSchema, ResourceSchema, ValueSchema } from '../schemas/resource-schema.ts'

export type AnySchema = ValueSchema | ObjectSchema

/** The part of a type's schema that judges the value at this place; undefined when the schema leaves it open. */
export function schemaAt(root: ResourceSchema, place: readonly string[]): AnySchema | undefined {
  let at: AnySchema | undefined = root
  for (const step of place) {
    const schema: AnySchema | undefined = dereference(root, at)
    if (schema === undefined) return undefined
    if ('properties' in schema) at = schema.properties[step]
    else at = schema.items ?? schema.additionalProperties
  }
  return dereference(root, at)
}

function dereference(root: ResourceSchema, schema: AnySchema | undefined): AnySchema | undefined {
  if (schema === undefined || !('$ref' in schema) || schema.$ref === undefined) return schema
  return root.definitions?.[schema.$ref.replace('#/definitions/', '')]
}
