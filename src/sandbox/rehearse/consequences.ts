import type { Difference } from './left-behind.ts'
import type { Played } from './play.ts'
import type { Step } from './steps.ts'

/** A resource that does not come back to what it was, and why. */
export interface Unrestored {
  readonly logicalId: string
  readonly type: string
  readonly why: string
}

/** What a failed deployment leaves. */
export interface Consequences {
  /** Where it began; absent when nothing failed. */
  readonly cause?: { readonly logicalId: string; readonly type: string; readonly reason: string }
  /** Logical ids of what was begun and is as before again. */
  readonly rolledBack: readonly string[]
  readonly notRolledBack: readonly Unrestored[]
}

/** Reads from a played deployment what was undone, and what could not be. */
export function consequencesOf({ steps, differences }: Pick<Played, 'steps' | 'differences'>): Consequences {
  const forward = steps.filter(({ phase }) => phase === 'deployment')
  const cause = forward.find(
    ({ outcome, reason = '' }) => outcome === 'failed' && !reason.endsWith('cancelled'),
  )
  const ids = [...new Set(forward.map(({ logicalId }) => logicalId))]
  const unrestored = ids.flatMap((logicalId) => {
    const why = whyUnrestored(logicalId, steps, differences)
    const type = forward.find((step) => step.logicalId === logicalId)?.type ?? ''
    return why === undefined ? [] : [{ logicalId, type, why }]
  })
  const lost = new Set(unrestored.map(({ logicalId }) => logicalId))
  return {
    ...(cause !== undefined && {
      cause: { logicalId: cause.logicalId, type: cause.type, reason: cause.reason ?? '' },
    }),
    rolledBack: ids.filter((logicalId) => !lost.has(logicalId)),
    notRolledBack: unrestored,
  }
}

function whyUnrestored(
  logicalId: string,
  steps: readonly Step[],
  differences: readonly Difference[],
): string | undefined {
  const back = steps.filter((step) => step.logicalId === logicalId && step.phase !== 'deployment')
  const failed = back.find(({ outcome }) => outcome === 'failed')
  if (failed !== undefined) return `${failed.action} failed: ${failed.reason ?? 'no reason is given'}`
  if (back.some(({ outcome }) => outcome === 'kept')) return 'its deletion policy keeps it'
  const difference = differences.find((one) => one.logicalId === logicalId)
  return difference === undefined ? undefined : differenceWords[difference.state]
}

const differenceWords: Readonly<Record<Difference['state'], string>> = {
  new: 'it was made, and stays',
  left: 'it exists and belongs to no stack',
  changed: 'it stays as it was changed',
  gone: 'it is gone',
}
