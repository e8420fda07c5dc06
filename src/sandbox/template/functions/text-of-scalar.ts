/** A text, number or truth value as the text that CloudFormation makes of it; undefined for anything else. */
export function textOfScalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}
