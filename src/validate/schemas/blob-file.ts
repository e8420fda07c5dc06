import { openSync, readSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Named texts in one file, each compressed by itself, so that one is read without the others. */
export interface BlobFile {
  readonly names: () => readonly string[]
  readonly has: (name: string) => boolean
  readonly text: (name: string) => string | undefined
}

/**
 * The file's content: the length of the index in four bytes, the index, the texts. The index has a line for each text, with its name, where
 * it begins after the index, and its length.
 */
export function printBlobs(texts: Iterable<readonly [name: string, text: string]>): Buffer {
  let offset = 0
  let lines = '\n'
  const blobs: Buffer[] = []
  for (const [name, text] of texts) {
    const blob = deflateRawSync(text, { level: 9 })
    lines += `${name} ${offset} ${blob.length}\n`
    offset += blob.length
    blobs.push(blob)
  }
  const index = Buffer.from(lines)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(index.length)
  return Buffer.concat([size, index, ...blobs])
}

/** Opens a file of `printBlobs` when it is first asked; it stays open. */
export function blobFile(path: string): BlobFile {
  let opened: OpenFile | undefined
  const open = (): OpenFile => (opened ??= openBlobs(path))
  return {
    names: () => [...open().index.matchAll(/(?<=\n)\S+/g)].map(([name]) => name),
    has: (name) => placeIn(open(), name) !== undefined,
    text(name) {
      const place = placeIn(open(), name)
      return place && inflateRawSync(bytesAt(open().file, ...place)).toString()
    },
  }
}

interface OpenFile {
  readonly file: number
  readonly index: string
  /** Where the texts begin. */
  readonly start: number
}

function openBlobs(path: string): OpenFile {
  const file = openSync(path, 'r')
  const size = bytesAt(file, 0, 4).readUInt32LE()
  return { file, index: bytesAt(file, 4, size).toString(), start: 4 + size }
}

/** Of thousands of names a few are asked for: their lines are searched for, which is faster than reading the index. */
function placeIn({ index, start }: OpenFile, name: string): [position: number, length: number] | undefined {
  const line = /\s/.test(name) ? -1 : index.indexOf(`\n${name} `)
  if (line < 0) return undefined
  const numbers = line + name.length + 2
  const [offset, length] = index.slice(numbers, index.indexOf('\n', numbers)).split(' ').map(Number)
  return [start + (offset as number), length as number]
}

function bytesAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  readSync(file, bytes, 0, length, position)
  return bytes
}
