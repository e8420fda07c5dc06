import { textOf, uuidOf, type Alphabet, type Draw } from '../chance.ts'
import type { JsonObject, Place } from '../world.ts'

/** What the placeholders of a form stand for. */
export interface Filling {
  readonly draw: Draw
  readonly place: Place
  readonly properties: JsonObject
  /** Words of the caller's own, such as `id`. */
  readonly word: (word: string) => string | undefined
}

/**
 * Fills a form: `{hex:17}`, `{digits:…}`, `{lower:…}`, `{upper:…}`, `{mixed:…}` and `{uuid}` are chance; `{partition}`, `{region}`,
 * `{account}` and `{suffix}` the place; `{Property.Path}` a property. The first of alternatives that has a value counts, the last may be
 * plain text without a capital at its beginning: `{Port|3306}`.
 *
 * @example
 * fillForm('vpc-{hex:17}', filling) // 'vpc-0f3a…'
 */
export function fillForm(form: string, filling: Filling): string {
  return form.replace(/\{([^{}]+)\}/g, (_, expression: string) => {
    for (const alternative of expression.split('|')) {
      const text = valueOf(alternative, filling)
      if (text !== undefined) return text
    }
    const last = expression.split('|').at(-1) ?? ''
    // A property that is not given leaves nothing to say.
    return /^[A-Z]/.test(last) ? textOf(filling.draw, 'lower', 16) : last
  })
}

/** The host names' end of a partition. */
export function domainSuffix({ partition }: Place): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
}

function valueOf(expression: string, filling: Filling): string | undefined {
  const chance = /^(hex|digits|lower|upper|mixed):(\d+)$/.exec(expression)
  if (chance) return textOf(filling.draw, chance[1] as Alphabet, Number(chance[2]))
  if (expression === 'uuid') return uuidOf(filling.draw)
  if (expression === 'suffix') return domainSuffix(filling.place)
  if (expression === 'partition' || expression === 'region' || expression === 'account')
    return filling.place[expression]
  return filling.word(expression) ?? textAt(filling.properties, expression.split('.'))
}

/** What stands at a path of properties, when it is text, a number or a truth value. */
export function textAt(value: unknown, path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as JsonObject)[step]
        : undefined,
    value,
  )
  return typeof found === 'object' || found === undefined ? undefined : String(found)
}
