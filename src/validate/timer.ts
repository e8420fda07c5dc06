/** Says when the time for a template is over. */
export interface Timer {
  readonly isOver: () => boolean
}

/** How many times longer it may take on a machine that is busy with something else. */
const whenBusy = 10

/**
 * A timer of this process's own work: while others keep the machine busy, a template is not left undecided that takes a moment by itself.
 */
export function startTimer(milliseconds: number): Timer {
  // `performance` would load its modules first.
  const started = process.hrtime.bigint()
  const before = process.cpuUsage()
  return {
    isOver() {
      const passed = Number(process.hrtime.bigint() - started) / 1e6
      if (passed < milliseconds) return false
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000 >= milliseconds || passed >= milliseconds * whenBusy
    },
  }
}

/** For what is done at once. */
export const noTimer: Timer = { isOver: () => false }

/** How many items are walked between looks at the clock. */
const stride = 16

/** A map whose walks end when the time is over, so that no check goes on for long: what it found by then counts for nothing. */
export function untilOver<K, V>(map: ReadonlyMap<K, V>, timer: Timer): ReadonlyMap<K, V> {
  const bounded = new Map(map)
  // Every check walks the resources: an iterator of its own takes half as long as a generator.
  const walk = <T>(items: MapIterator<T>): MapIterator<T> => {
    let walked = 0
    const next = (): IteratorResult<T, undefined> =>
      walked++ % stride === 0 && timer.isOver() ? { done: true, value: undefined } : items.next()
    const bounded = { next, [Symbol.iterator]: () => bounded }
    return bounded as MapIterator<T>
  }
  const entries = (): MapIterator<[K, V]> => walk(map.entries())
  return Object.assign(bounded, {
    entries,
    [Symbol.iterator]: entries,
    values: (): MapIterator<V> => walk(map.values()),
    keys: (): MapIterator<K> => walk(map.keys()),
    forEach(visit: (value: V, key: K, all: ReadonlyMap<K, V>) => void): void {
      for (const [key, value] of entries()) visit(value, key, bounded)
    },
  })
}
