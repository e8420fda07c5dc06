/** Keys of YAML that were numbers, by the object that they have become keys of: in JSON there are none, and CloudFormation takes none. */
const known = new WeakMap<object, ReadonlySet<string>>()

/** Remembers which keys of an object were numbers. */
export function withNumericKeys<T extends object>(object: T, keys: readonly string[]): T {
  if (keys.length > 0) known.set(object, new Set(keys))
  return object
}

/** The keys of an object that were numbers in the YAML that it was read from. */
export function numericKeysOf(object: object): readonly string[] {
  return [...(known.get(object) ?? [])]
}
