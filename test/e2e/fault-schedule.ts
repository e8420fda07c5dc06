import { faults, type Fault } from './fault-proxy.ts'

/** Decides what happens to each call of a run. */
export type FaultSchedule = (index: number, action: string) => Fault | undefined

/** Calls that a create, an update and a delete together make, about. */
const span = 30

/**
 * The schedule of a seed. Even seeds walk: one fault at one call, so that all faults meet all steps in time. Odd ones are storms:
 * a fifth to half of all calls fail, but never the same action more than twice running.
 */
export function scheduleOf(seed: number): FaultSchedule {
  if (seed % 2 === 0) {
    const step = seed / 2
    const fault = faults[step % faults.length]
    const at = Math.floor(step / faults.length) % span
    return (index) => (index === at ? fault : undefined)
  }
  const random = randomOf(seed)
  const rate = 0.2 + random() * 0.3
  const running = new Map<string, number>()
  return (_index, action) => {
    const before = running.get(action) ?? 0
    const strikes = before < 2 && random() < rate
    running.set(action, strikes ? before + 1 : 0)
    return strikes ? faults[Math.floor(random() * faults.length)] : undefined
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
