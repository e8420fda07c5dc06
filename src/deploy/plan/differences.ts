/** One place where two values differ. A side that is absent has no value there. */
export interface Difference {
  /** From the compared values' root, for example `['Statement', '0', 'Action']`. */
  readonly path: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Where two JSON values differ, as deep as both have the same shape. Items of lists that only moved count as a difference of the
 * whole list, other lists are compared item by item.
 */
export function differences(
  before: unknown,
  after: unknown,
  path: readonly string[] = [],
): readonly Difference[] {
  if (isEqual(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return listDifferences(before, after, path)
  if (isObject(before) && isObject(after) && !isIntrinsic(before) && !isIntrinsic(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => differences(before[name], after[name], [...path, name]))
  }
  return [
    {
      path,
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    },
  ]
}

/** True when two JSON values print the same, whatever the order of their keys. */
export function isEqual(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** JSON with sorted keys; two values that mean the same have the same text. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner: unknown) =>
      isObject(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'undefined'
  )
}

function listDifferences(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): readonly Difference[] {
  const gone = without(before, after)
  const come = without(after, before)
  if (gone.length === 0 && come.length === 0) return [{ path, before, after }]
  if (gone.length === come.length) {
    return gone.flatMap(([index, item], at) => differences(item, come[at]?.[1], [...path, String(index)]))
  }
  return [
    ...gone.map(([index, item]) => ({ path: [...path, String(index)], before: item })),
    ...come.map(([index, item]) => ({ path: [...path, String(index)], after: item })),
  ]
}

/** The items of a list, with their places, that another list does not have. */
function without(list: readonly unknown[], other: readonly unknown[]): readonly [number, unknown][] {
  const rest = other.map(canonical)
  return list.flatMap((item, index): [number, unknown][] => {
    const at = rest.indexOf(canonical(item))
    if (at < 0) return [[index, item]]
    rest.splice(at, 1)
    return []
  })
}

/** `{ Ref: … }` and `{ 'Fn::…': … }` are one value each. */
function isIntrinsic(value: object): boolean {
  const names = Object.keys(value)
  return names.length === 1 && (names[0] === 'Ref' || names[0]!.startsWith('Fn::'))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
