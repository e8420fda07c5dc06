import { typeCatalog } from '../../../validate/schemas/type-catalog.ts'

/** The properties by which an import names a resource of a type; none when such resources cannot be imported. */
export function identifierProperties(type: string): readonly string[] {
  const catalog = typeCatalog()
  if (catalog.attributes(type) === undefined) return []
  return (catalog.facts(type).primaryIdentifier ?? []).map((path) => path.replace(/^.*\//, ''))
}
