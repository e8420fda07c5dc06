import { isObject } from '../../validate/json.ts'
import { resolveDynamicReferences } from '../template/dynamic-references/resolve-dynamic-references.ts'
import type { Place, World } from '../world.ts'

/** A value with its `{{resolve:…}}` replaced by what the stores hold. Resources keep theirs as written: secrets are nowhere in the clear. */
export function revealed<T>(value: T, at: { readonly world: World; readonly place: Place }): T {
  if (typeof value === 'string') return resolveDynamicReferences(value, at) as T
  if (Array.isArray(value)) return value.map((item: unknown) => revealed(item, at)) as T
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item, at)])) as T
}
