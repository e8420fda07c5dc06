/**
 * What a value is that JSON has no words for, such as `NaN` or a `Map`, or that CloudFormation takes nowhere: `null`. Undefined for
 * everything that prints.
 */
export function unprintable(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : String(value)
    case 'bigint':
      return `the BigInt ${value}`
    case 'function':
      return 'a function'
    case 'symbol':
      return 'a symbol'
    case 'string':
      return value.includes('[object Object]') ? `the text "${value}"` : undefined
    case 'object':
      return value === null ? 'null' : unprintableObject(value)
    default:
      return undefined
  }
}

/** Objects that keep what they hold off their enumerable properties would print as `{}`; bytes would print as numbers. */
function unprintableObject(value: object): string | undefined {
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null
  const name = prototype?.constructor?.name ?? 'object'
  if (ArrayBuffer.isView(value)) return `a ${name}`
  if (prototype === null || Object.getPrototypeOf(prototype) === null || Array.isArray(value))
    return undefined
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return undefined
  return Object.keys(value).length === 0 ? `a ${name}` : undefined
}
