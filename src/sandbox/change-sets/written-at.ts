import { isObject, onlyKey } from '../../validate/json.ts'

/** What a template has written for a value: the part at the path, or the function on the way to it that makes the value. */
export function writtenAt(value: unknown, path: readonly string[]): unknown {
  let at = value
  for (const step of path) {
    if (isCall(at)) return at
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as { readonly [step: string]: unknown })[step]
  }
  return at
}

function isCall(value: unknown): boolean {
  const key = isObject(value) ? onlyKey(value) : undefined
  return key === 'Ref' || key?.startsWith('Fn::') === true
}

/** Whether two parts of templates are written alike. */
export function isWrittenAlike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
