/** What became of one of the things that were run in order. */
export type Ended<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Not run, because one that it needs did not end well. */
  | { readonly kind: 'skipped'; readonly because: string }

export interface OrderOptions<Result> {
  /** Names of what must have ended well before; names that are not run count as there. */
  readonly needs: (name: string) => readonly string[]
  readonly run: (name: string) => Promise<Result>
  /** True when what needs this one may run. */
  readonly isGood: (result: Result) => boolean
  readonly concurrency: number
}

/** Runs each name once all that it needs has ended well, so many at a time; a failure stops only what needs it. Never rejects. */
export async function runInOrder<Result>(
  names: readonly string[],
  options: OrderOptions<Result>,
): Promise<ReadonlyMap<string, Ended<Result>>> {
  const { needs, run, isGood, concurrency } = options
  const ended = new Map<string, Ended<Result>>()
  const waiting = new Set(names)
  const running = new Map<string, Promise<void>>()
  const isBad = (name: string): boolean => {
    const one = ended.get(name)
    return one !== undefined && !(one.kind === 'done' && isGood(one.result))
  }
  const begin = (name: string): void => {
    waiting.delete(name)
    const end = (one: Ended<Result>): void => {
      ended.set(name, one)
      running.delete(name)
    }
    running.set(
      name,
      run(name).then(
        (result) => end({ kind: 'done', result }),
        (error: unknown) => end({ kind: 'failed', error }),
      ),
    )
  }
  while (waiting.size > 0 || running.size > 0) {
    let skipped = false
    for (const name of waiting) {
      const needed = needs(name).filter((one) => one !== name && names.includes(one))
      const bad = needed.find(isBad)
      if (bad !== undefined) {
        waiting.delete(name)
        ended.set(name, { kind: 'skipped', because: bad })
        skipped = true
      } else if (running.size < concurrency && needed.every((one) => ended.has(one))) begin(name)
    }
    if (skipped) continue
    if (running.size === 0) break
    await Promise.race(running.values())
  }
  return new Map(names.flatMap((name) => (ended.has(name) ? [[name, ended.get(name)!]] : [])))
}
