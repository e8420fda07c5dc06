import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { codeRoot } from '../model/code-root.ts'

/** What a change of a property does to its resource; `unknown` for types outside the specification. */
export type UpdateBehaviour = 'replaces' | 'may replace' | 'updates' | 'unknown'

type Table = Readonly<Record<string, readonly string[]>>

let table: Table | undefined
let known: Readonly<Record<string, unknown>> | undefined

/**
 * What a change below `Properties` does, by the specification. Items of lists have no step in it, so numbers in the path do not count.
 *
 * @example
 * updateBehaviour('AWS::RDS::DBInstance', ['DBInstanceIdentifier']) // 'replaces'
 */
export function updateBehaviour(type: string, path: readonly string[]): UpdateBehaviour {
  table ??= read('update-behaviour.json') as Table
  const steps = path.filter((step) => !/^\d+$/.test(step))
  const paths = table[type]
  if (paths === undefined) {
    known ??= read('types.json') as Readonly<Record<string, unknown>>
    return type in known ? 'updates' : 'unknown'
  }
  const matches = paths.filter((one) => isBeside(one, steps))
  // A whole that changes may leave the replacing part of it as it was.
  const isCertain = (one: string): boolean => !one.endsWith('?') && one.split('.').length <= steps.length
  return matches.some(isCertain) ? 'replaces' : matches.length > 0 ? 'may replace' : 'updates'
}

/** Properties of a type, not those inside of them, whose change surely replaces the resource. */
export function replacingProperties(type: string): readonly string[] {
  table ??= read('update-behaviour.json') as Table
  return (Object.hasOwn(table, type) ? (table[type] ?? []) : []).filter((path) => !/[.?]/.test(path))
}

/** True when one of the paths leads to, or through, the other. */
function isBeside(one: string, steps: readonly string[]): boolean {
  const own = one.replace('?', '').split('.')
  const shared = Math.min(own.length, steps.length)
  return own.slice(0, shared).join('.') === steps.slice(0, shared).join('.')
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`spec/generated/${name}`, codeRoot)), 'utf8'))
}
