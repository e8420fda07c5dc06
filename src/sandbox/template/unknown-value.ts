/** Stands for what is known only after a deployment, in the words of change sets. */
export const unknownValue = '{{changeSet:KNOWN_AFTER_APPLY}}'

/** Whether a value, or any part of it, is known only after a deployment. */
export function hangsOnUnknown(value: unknown): boolean {
  if (typeof value === 'string') return value === unknownValue
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hangsOnUnknown)
}
