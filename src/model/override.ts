import { anchorOf, isResource, withContent, type Resource, type ResourceOptions } from './resource.ts'
import type { Anchor } from './intrinsic.ts'
import { CfstackError } from './error.ts'

/** A change to one resource: objects are merged into what is there, lists and values replace it, `undefined` removes it. */
export type ResourceChange<R extends Resource> = {
  readonly [K in keyof ResourceOptions]?: ResourceOptions[K] | undefined
} & { readonly Properties?: Change<NonNullable<R['Properties']>> }

type Change<T> = { readonly [K in keyof T]?: ChangedValue<T[K]> | undefined }
type ChangedValue<T> = T extends readonly unknown[]
  ? T
  : T extends (...args: never) => unknown
    ? T
    : T extends object
      ? T | Change<T>
      : T

/** Changes by handle name, in the shape of the fragment. */
export type Overrides<F> = F extends Resource
  ? ResourceChange<F> | ((original: F) => ResourceChange<F>)
  : F extends readonly (infer Item)[]
    ? { readonly [index: number]: Overrides<Item> }
    : F extends object
      ? { readonly [K in keyof F]?: Overrides<F[K]> }
      : never

/**
 * The fragment with some of its resources changed, without forking it. References to a changed resource, inside and outside
 * the fragment, mean the changed one. A name that the fragment does not have does not compile, and throws.
 *
 * @example
 * const net = override(network('Net'), { vpc: { Properties: { InstanceTenancy: 'dedicated' }, DeletionPolicy: 'Retain' } })
 */
export function override<const F extends object>(fragment: F, changes: Overrides<F>): F {
  const changed = new Map<Anchor, Resource>()
  collectChanges(fragment, changes, changed, [])
  return replaced(fragment, changed) as F
}

function collectChanges(
  part: unknown,
  change: unknown,
  changed: Map<Anchor, Resource>,
  path: readonly string[],
): void {
  if (change === undefined) return
  if (isResource(part)) {
    const before = changed.get(anchorOf(part)) ?? part
    const wanted: unknown = typeof change === 'function' ? change(before) : change
    if (!isPlain(wanted)) throw noChange(path)
    changed.set(anchorOf(part), withContent(part, merged(before, wanted) as object))
    return
  }
  for (const [key, inner] of Object.entries(change as object)) {
    const next = (part as Record<string, unknown> | undefined)?.[key]
    if (typeof next !== 'object' || next === null)
      throw new CfstackError(
        'E_NO_HANDLE',
        `Cannot override "${[...path, key].join('.')}": the fragment has no such part`,
        {
          hint: `It has ${Object.keys(part as object).join(', ')}`,
        },
      )
    collectChanges(next, inner, changed, [...path, key])
  }
}

function noChange(path: readonly string[]): CfstackError {
  return new CfstackError(
    'E_NO_CHANGE',
    `Cannot override "${path.join('.')}": the change is not an object, expected for example { Properties: { … } }`,
  )
}

function merged(old: unknown, wanted: unknown): unknown {
  if (!isPlain(old) || !isPlain(wanted)) return wanted
  const result: Record<string, unknown> = { ...old }
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined) delete result[key]
    else result[key] = merged(result[key], value)
  }
  return result
}

/** A plain object that is not an intrinsic: those have one key, `Ref` or `Fn::…`, and are replaced whole. */
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  if ('toJSON' in value) return false
  const keys = Object.keys(value)
  return !(keys.length === 1 && (keys[0] === 'Ref' || (keys[0] as string).startsWith('Fn::')))
}

function replacedItems(list: readonly unknown[], changed: ReadonlyMap<Anchor, Resource>): readonly unknown[] {
  const items = list.map((item) => replaced(item, changed))
  return items.every((item, i) => item === list[i]) ? list : items
}

function replaced(part: unknown, changed: ReadonlyMap<Anchor, Resource>): unknown {
  if (isResource(part)) return changed.get(anchorOf(part)) ?? part
  if (Array.isArray(part)) return replacedItems(part, changed)
  if (typeof part !== 'object' || part === null) return part
  if (Object.getOwnPropertySymbols(part).length > 0) return part
  const entries = Object.entries(part).map(([key, inner]) => [key, replaced(inner, changed)] as const)
  if (entries.every(([key, inner]) => inner === (part as Record<string, unknown>)[key])) return part
  return Object.assign(
    Object.create(Object.getPrototypeOf(part) as object | null),
    Object.fromEntries(entries),
  )
}
