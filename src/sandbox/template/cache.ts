/** Makes the value of a key, or returns that which was made before. */
export type Cache<T> = (key: string, make: () => T) => T

/** Keeps what was made for the keys that were asked for last. */
export function cache<T>(most: number): Cache<T> {
  const known = new Map<string, T>()
  return (key, make) => {
    const found = known.get(key)
    const value = found ?? make()
    known.delete(key)
    known.set(key, value)
    if (known.size > most) known.delete(known.keys().next().value as string)
    return value
  }
}
