import { sub } from '../model/functions.ts'
import type { Scalar, Value } from '../model/value.ts'

/** Text with places: plain when every value is known, else `Fn::Sub`. */
export function text(parts: TemplateStringsArray, ...values: readonly Value<Scalar>[]): Value<string> {
  if (values.some((value) => typeof value === 'object')) return sub(parts, ...values)
  return parts.map((part, i) => `${part}${i < values.length ? String(values[i]) : ''}`).join('')
}

/** A name as hosts and containers are called: `UserApi` becomes `user-api`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

/** A name as databases are called: `UserData` becomes `user_data`. */
export function snake(name: string): string {
  return kebab(name).replaceAll('-', '_')
}
