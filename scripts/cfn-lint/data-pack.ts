import { readFileSync } from 'node:fs'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type { AnySchema } from './lean.ts'
import type { RegionalEnum } from './regional.ts'
import type { KnownType } from './resource-types.ts'

/** What is taken over from cfn-lint, committed as one compressed file. */
export interface DataPack {
  /** Names of all regions; sets of regions are numbers with a bit for each, in this order. */
  readonly regions: readonly string[]
  readonly types: { readonly [type: string]: KnownType }
  /** Schemas for parts of a resource, by folder and file: `aws_lambda_function/snapstart`. */
  readonly extensions: { readonly [name: string]: AnySchema }
  /** Values that depend on the region, or on an engine's version. */
  readonly enums: { readonly [name: string]: RegionalEnum }
  /** Schemas of other parts of a template: `resources/update_policy`. */
  readonly other: { readonly [name: string]: AnySchema }
  /** Services by prefix, with their actions and the ARNs of their resources. */
  readonly policies: AnySchema
  /** Lambda's runtimes, with the dates from which they cannot be created or updated. */
  readonly runtimes: AnySchema
}

/** The first line says in plain text what the rest is; the rest is compressed JSON. */
export function writePack(header: string, pack: DataPack): Buffer {
  const json = Buffer.from(JSON.stringify(pack))
  const params = {
    [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  }
  return Buffer.concat([Buffer.from(`${header}\n`), brotliCompressSync(json, { params })])
}

export function readPack(file: string): DataPack {
  const bytes = readFileSync(file)
  return JSON.parse(brotliDecompressSync(bytes.subarray(bytes.indexOf(10) + 1)).toString()) as DataPack
}
