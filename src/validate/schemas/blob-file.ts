import { readFileSync } from 'node:fs'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** Named texts in one file, each compressed by itself, so that one is read without the others. */
export interface BlobFile {
  readonly names: () => readonly string[]
  readonly has: (name: string) => boolean
  readonly text: (name: string) => string | undefined
}

/** The file's content: the length of the index in four bytes, the index (name to length), the texts. */
export function printBlobs(texts: Iterable<readonly [name: string, text: string]>): Buffer {
  const blobs = [...texts].map(([name, text]) => [name, deflateRawSync(text, { level: 9 })] as const)
  const index = Buffer.from(
    JSON.stringify(Object.fromEntries(blobs.map(([name, blob]) => [name, blob.length]))),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32LE(index.length)
  return Buffer.concat([size, index, ...blobs.map(([, blob]) => blob)])
}

/** Opens a file of `printBlobs` when it is first asked. */
export function blobFile(path: string): BlobFile {
  let opened:
    { readonly bytes: Buffer; readonly places: ReadonlyMap<string, readonly [number, number]> } | undefined
  const open = (): NonNullable<typeof opened> => (opened ??= readBlobs(path))
  return {
    names: () => [...open().places.keys()],
    has: (name) => open().places.has(name),
    text(name) {
      const { bytes, places } = open()
      const place = places.get(name)
      return place && inflateRawSync(bytes.subarray(...place)).toString()
    },
  }
}

function readBlobs(path: string): {
  readonly bytes: Buffer
  readonly places: ReadonlyMap<string, readonly [number, number]>
} {
  const bytes = readFileSync(path)
  let offset = 4 + bytes.readUInt32LE()
  const lengths = JSON.parse(bytes.toString('utf8', 4, offset)) as { readonly [name: string]: number }
  const places = new Map<string, readonly [number, number]>()
  for (const [name, length] of Object.entries(lengths)) places.set(name, [offset, (offset += length)])
  return { bytes, places }
}
