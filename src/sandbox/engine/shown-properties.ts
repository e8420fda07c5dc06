import type { JsonObject, StackState } from '../world.ts'

/** What stands for values that nobody may see. */
const mask = '****'
/** Shorter secrets are masked only where they are the whole value: they may be part of anything. */
const shortest = 4

/** Texts of properties, so that all events of a resource share one. */
const texts = new WeakMap<JsonObject, string>()

/** Properties as events show them: JSON text, with the values of NoEcho parameters masked. */
export function shownProperties({ desired }: StackState, properties: JsonObject): string {
  const known = texts.get(properties)
  if (known !== undefined) return known
  const secrets = desired.parameters.flatMap(({ noEcho, value }) => (noEcho && value !== '' ? [value] : []))
  const text =
    secrets.length === 0
      ? JSON.stringify(properties)
      : JSON.stringify(properties, (_, value: unknown) =>
          typeof value === 'string' ? masked(value, secrets) : value,
        )
  texts.set(properties, text)
  return text
}

function masked(text: string, secrets: readonly string[]): string {
  return secrets.reduce((shown, secret) => {
    if (shown === secret) return mask
    return secret.length < shortest ? shown : shown.replaceAll(secret, mask)
  }, text)
}
