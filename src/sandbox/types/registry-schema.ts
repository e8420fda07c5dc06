import { typeCatalog } from '../../validate/schemas/type-catalog.ts'
import { listOfSchemas, namedSchemas, oneSchema, type AnySchema } from '../../validate/schemas/prepare.ts'
import type { JsonObject } from '../world.ts'

/** What registry schemas may say of a value; the rest is cfn-lint's own. */
const registryKeywords =
  /^(\$ref|type|enum|const|pattern|required|uniqueItems|multipleOf|dependencies|(exclusiveM|m)(in|ax)imum|(min|max)(Length|Items|Properties))$/

/** The schema of a type as the CloudFormation registry has it; undefined when the type is not known. */
export function registrySchema(type: string): JsonObject | undefined {
  const catalog = typeCatalog()
  const schema = catalog.schema(type)
  if (schema === undefined) return undefined
  const facts = catalog.facts(type)
  const pointers = (paths: readonly string[] = []): readonly string[] =>
    paths.map((path) => `/properties/${path}`)
  const lists = {
    readOnlyProperties: pointers(facts.readOnly),
    writeOnlyProperties: pointers(facts.writeOnly),
    createOnlyProperties: pointers(facts.createOnly),
    conditionalCreateOnlyProperties: pointers(facts.conditionalCreateOnly),
    deprecatedProperties: pointers(facts.deprecated),
    primaryIdentifier: pointers(facts.primaryIdentifier),
  }
  const { definitions = {}, ...own } = asWritten(schema)
  return {
    typeName: type,
    description: `Resource Type definition for ${type}`,
    ...own,
    definitions,
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)),
    ...(facts.taggable !== undefined && {
      tagging: {
        taggable: facts.taggable,
        ...(facts.tagProperty && { tagProperty: `/properties/${facts.tagProperty}` }),
      },
    }),
  }
}

/** Undoes what `prepare()` does. */
function asWritten(schema: AnySchema): AnySchema {
  const parts = Object.entries(schema).flatMap(
    ([keyword, value]): readonly (readonly [string, unknown])[] => {
      if (keyword === 'is') return [['type', value]]
      if (keyword === 'closed') return [['additionalProperties', false]]
      if (keyword === 'definitions' || namedSchemas.has(keyword))
        return [
          [
            keyword,
            Object.fromEntries(Object.entries(value as AnySchema).map(([name, one]) => [name, part(one)])),
          ],
        ]
      if (oneSchema.has(keyword)) return [[keyword, part(value)]]
      if (listOfSchemas.has(keyword)) return [[keyword, (value as readonly unknown[]).map(part)]]
      return registryKeywords.test(keyword) ? [[keyword, value]] : []
    },
  )
  return Object.fromEntries(parts)
}

function part(schema: unknown): unknown {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? asWritten(schema as AnySchema)
    : schema
}
