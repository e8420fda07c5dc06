import type { TypeModel } from '../../src/codegen/type-model.ts'
import { isDataStore } from '../../src/spec/stateful.ts'
import type { ServiceModel } from './load.ts'
import { names, takesItsName } from './names.ts'

/**
 * What validation must know to foresee a replacement that cannot be made: by type, the properties that name a resource when all of
 * them are given. Types that cannot be named, or that may exist twice, are left out, unless they hold data.
 */
export function printNaming(services: readonly ServiceModel[]): { readonly [file: string]: string } {
  const entries = services.flatMap(({ types }) =>
    types.flatMap((type) => {
      const named = nameOf(type) ?? (isDataStore(type.type) ? [] : undefined)
      return named === undefined ? [] : [[type.type, named] as const]
    }),
  )
  return { 'naming.json': JSON.stringify(Object.fromEntries(entries)) }
}

function nameOf({ type, identifier = [], properties }: TypeModel): readonly string[] | undefined {
  if (names[type] !== undefined) return names[type]
  // To put a policy on something overwrites the one that is there.
  if (Object.hasOwn(takesItsName, type) || type.endsWith('Policy')) return undefined
  const isGiven = (name: string): boolean => properties.some((property) => property.name === name)
  return identifier.length > 0 && identifier.every(isGiven) ? identifier : undefined
}
