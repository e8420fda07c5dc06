import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Script } from 'node:vm'
import * as zlib from 'node:zlib'

/** Evaluates JavaScript, compiled before if it can be: by this process or by one that kept what it had compiled. */
export interface CodeCache {
  /**
   * The value of the code; undefined when there is none. It is kept with what is compiled, so that it need not be asked for again, unless it
   * is from a file, where it can be read as fast.
   */
  readonly evaluate: (name: string, code: () => string | undefined, file?: string) => unknown
  /** Keeps what was compiled in this process, with the functions that were called. */
  readonly keep: () => void
}

/** Evaluates without keeping anything. */
export const noCodeCache: CodeCache = {
  evaluate: (_, code, file) => evaluated(code(), file),
  keep: () => undefined,
}

/** What the engine made of a text. */
interface Compiled {
  readonly source: string
  readonly data: Buffer
}

/** Keeps compiled code in a folder, with its text. Whatever goes wrong there only costs the time to compile. */
export function openCodeCache(folder: string): CodeCache {
  const { crc32 } = zlib as { crc32?: (data: Buffer) => number }
  // The engine takes damaged code for granted, and dies of it.
  if (crc32 === undefined || process.env['NODE_DISABLE_COMPILE_CACHE'] !== undefined) return noCodeCache
  const fresh = new Map<string, { readonly source: string; readonly script: Script }>()
  const pathOf = (name: string): string => join(folder, encodeURIComponent(name))
  return {
    evaluate(name, code, file) {
      const kept = readCompiled(pathOf(name), crc32)
      const source = file === undefined ? (kept?.source ?? code()) : code()
      if (source === undefined) return undefined
      const script = compiled(source, file, kept?.data)
      if (script.cachedDataRejected !== false)
        fresh.set(name, { source: file === undefined ? source : '', script })
      return script.runInThisContext()
    },
    keep() {
      if (fresh.size === 0) return
      try {
        mkdirSync(folder, { recursive: true })
        for (const [name, { source, script }] of fresh)
          if (!/[^\0-\xff]/.test(source))
            writeCompiled(pathOf(name), { source, data: script.createCachedData() }, crc32)
        removeOthers(folder)
      } catch {
        // A folder that cannot be written to: everybody else's installation, or a full disk.
      }
    },
  }
}

function evaluated(source: string | undefined, file?: string): unknown {
  return source === undefined ? undefined : compiled(source, file).runInThisContext()
}

function compiled(source: string, file?: string, cachedData?: Buffer): Script {
  return new Script(source, {
    ...(file !== undefined && { filename: file }),
    ...(cachedData !== undefined && { cachedData }),
  })
}

/** A checksum of the rest, the length of the data, the data (aligned as the engine wants it), the text. */
const headerSize = 16

function readCompiled(path: string, crc32: (data: Buffer) => number): Compiled | undefined {
  try {
    const bytes = readFileSync(path)
    if (bytes.readUInt32LE() !== crc32(bytes.subarray(4))) return undefined
    const end = headerSize + bytes.readUInt32LE(4)
    return { data: bytes.subarray(headerSize, end), source: bytes.toString('latin1', end) }
  } catch {
    return undefined
  }
}

/** Written whole or not at all, also when several processes do it at once. */
function writeCompiled(path: string, { source, data }: Compiled, crc32: (data: Buffer) => number): void {
  const bytes = Buffer.concat([Buffer.alloc(headerSize), data, Buffer.from(source, 'latin1')])
  bytes.writeUInt32LE(data.length, 4)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)))
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, bytes)
  renameSync(draft, path)
}

/** Removes what other versions of the program kept. */
function removeOthers(folder: string): void {
  const current = basename(folder).split('-')[0] as string
  for (const name of readdirSync(dirname(folder)))
    if (!name.startsWith(current)) rmSync(join(dirname(folder), name), { recursive: true, force: true })
}
