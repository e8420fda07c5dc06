import { didYouMean } from '../../model/did-you-mean.ts'

/** The near miss when there is one, the whole list when it is short. */
export function suggestion(name: string, known: readonly string[]): string | undefined {
  const near = didYouMean(name, known)
  if (near !== undefined) return `Did you mean "${near}"?`
  if (known.length === 0) return undefined
  const shown = known.slice(0, 12).join(', ')
  return `Allowed: ${shown}${known.length > 12 ? `, and ${known.length - 12} more` : ''}`
}
