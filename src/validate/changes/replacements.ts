import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../../model/code-root.ts'
import { replacingProperties } from '../../spec/update-behaviour.ts'

/** What is known of replacing a resource type that can be named. */
export interface Replacement {
  /** Properties that name a resource when all of them are given: there cannot be two of the same. */
  readonly named: readonly string[]
  /** Other properties whose change replaces it. */
  readonly replaces: readonly string[]
}

let table: { readonly [type: string]: readonly string[] } | undefined

/** Undefined for types that cannot be named, or whose name is free when they are replaced. */
export function replacementOf(type: string): Replacement | undefined {
  table ??= JSON.parse(
    readFileSync(fileURLToPath(new URL('spec/generated/naming.json', codeRoot)), 'utf8'),
  ) as { readonly [type: string]: readonly string[] }
  const named = Object.hasOwn(table, type) ? table[type] : undefined
  return named && { named, replaces: replacingProperties(type).filter((name) => !named.includes(name)) }
}
