import type { DefinitionModel, PropertyModel, TypeModel, ValueType } from '../../src/codegen/type-model.ts'
import type { ServiceModel } from './load.ts'

/**
 * Type to the paths of the properties whose change replaces the resource, such as `Engine` or `Endpoint.Port`; with a question mark where
 * it may. Items of lists have no step of their own.
 */
export function printUpdateBehaviour(services: readonly ServiceModel[]): { readonly [file: string]: string } {
  const entries = services
    .flatMap((service) => service.types)
    .map((type) => [type.type, replacingPaths(type)] as const)
    .filter(([, paths]) => paths.length > 0)
  return { 'update-behaviour.json': JSON.stringify(Object.fromEntries(entries)) }
}

function replacingPaths(type: TypeModel): readonly string[] {
  const definitions = new Map(type.definitions.map((one) => [one.name, one]))
  return type.properties.flatMap((property) => pathsOf(property, { definitions, above: [], seen: [] }))
}

interface Place {
  readonly definitions: ReadonlyMap<string, DefinitionModel>
  readonly above: readonly string[]
  /** Definitions on the way, for some hold themselves. */
  readonly seen: readonly string[]
}

function pathsOf(property: PropertyModel, { definitions, above, seen }: Place): readonly string[] {
  const path = [...above, property.name]
  if (property.replaces === 'yes') return [path.join('.')]
  const inner = definitionsIn(property.type)
    .filter((name) => !seen.includes(name))
    .flatMap((name) =>
      (definitions.get(name)?.properties ?? []).flatMap((one) =>
        pathsOf(one, { definitions, above: path, seen: [...seen, name] }),
      ),
    )
  return property.replaces === 'maybe' ? [`${path.join('.')}?`, ...inner] : inner
}

function definitionsIn(type: ValueType): readonly string[] {
  if (type.kind === 'definition') return [type.name]
  if (type.kind === 'list' || type.kind === 'map') return definitionsIn(type.of)
  return type.kind === 'union' ? type.of.flatMap(definitionsIn) : []
}
