import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'

/** Milliseconds after which a lock counts as left behind: it is held for one call, which waits for nothing. */
const longestHold = 10_000
/** The same for one whose holder has not yet written its number. */
const longestBirth = 500
/** Milliseconds between two tries. */
const pause = 2

/** What a holder may ask of its lock. */
export interface Held {
  /** False when the lock was taken over, because this process stood still for too long. */
  isMine(): boolean
  /** A file for what is being written: when its writer dies, it goes with the lock. */
  readonly draft: string
}

/**
 * Runs a function while no other process runs one under the lock of the same name, a file. The lock of a process that has died is
 * taken over.
 */
export function withLock<T>(path: string, run: (held: Held) => T): T {
  const mark = `${process.pid} ${randomUUID()}`
  while (!take(path, mark)) {
    removeDead(path)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause)
  }
  const isMine = (): boolean => read(path) === mark
  try {
    return run({ isMine, draft: draftOf(path, process.pid) })
  } finally {
    if (isMine()) rmSync(path, { force: true })
  }
}

function take(path: string, mark: string): boolean {
  try {
    writeFileSync(path, mark, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Only who holds the second lock may remove a dead one: otherwise two could, and the second would remove a living one. */
function removeDead(path: string): void {
  if (!isDead(path)) return
  const guard = `${path}.removing`
  if (!take(guard, String(process.pid))) {
    if (isOld(guard)) rmSync(guard, { force: true })
    return
  }
  try {
    if (!isDead(path)) return
    rmSync(draftOf(path, holderOf(path)), { force: true })
    rmSync(path, { force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

function isDead(path: string): boolean {
  const pid = holderOf(path)
  // Made, but its holder's number is not written yet.
  if (!(pid > 0)) return isOld(path, longestBirth)
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return true
  }
  return isOld(path)
}

function holderOf(path: string): number {
  return Number(read(path)?.split(' ')[0] ?? 0)
}

function draftOf(path: string, pid: number): string {
  return `${path}.${pid}.draft`
}

function isOld(path: string, age = longestHold): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return made !== undefined && Date.now() - made > age
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
