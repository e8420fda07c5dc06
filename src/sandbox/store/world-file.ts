import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CfstackError } from '../../model/error.ts'
import type { World } from '../world.ts'
import type { Held } from './lock.ts'

/** What the file holds: the world, and when (by the machine's clock) it was as it is. */
export interface KeptWorld {
  readonly world: World
  /** Milliseconds since 1970. */
  readonly savedAt: number
}

/** Reads the file; undefined when there is none. Throws when it is not the sandbox's. */
export function readWorld(path: string): KeptWorld | undefined {
  if (!existsSync(path)) return undefined
  const refuse = (state: string): CfstackError =>
    new CfstackError('E_SANDBOX_STATE', `Cannot read the state of the sandbox "${path}": ${state}`, {
      hint: 'Begin anew: cfstack sandbox reset',
    })
  let kept: KeptWorld
  try {
    kept = JSON.parse(readFileSync(path, 'utf8')) as KeptWorld
  } catch (error) {
    throw refuse((error as Error).message)
  }
  if (kept.world?.version !== 1) throw refuse('it was written by another version of cfstack')
  return kept
}

/**
 * Writes the file so that it is whole at any moment: beside it, through to the disk, and then in its place. Writes nothing when the lock is
 * no longer held.
 */
export function writeWorld(path: string, kept: KeptWorld, held: Held): void {
  const file = openSync(held.draft, 'w')
  try {
    writeSync(file, JSON.stringify(kept))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (held.isMine()) renameSync(held.draft, path)
}

/** Tells whether the file is still the one that was read or written last. */
export function versionOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found && `${found.ino} ${found.mtimeNs} ${found.size}`
}

/** Makes the folder of the file. A folder that is made here keeps itself out of git. */
export function makeFolder(path: string): void {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const ignore = join(folder, '.gitignore')
  if (basename(folder) === '.cfstack' && !existsSync(ignore)) writeFileSync(ignore, '*\n')
}
