import type { OutputState } from '../../sandbox/world.ts'
import type { OutputChange } from './rehearsal.ts'

/** The outputs whose value or export name differs, those of before first. */
export function outputChanges(
  before: readonly OutputState[],
  after: readonly OutputState[],
): readonly OutputChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  return keys.flatMap((key) => {
    const was = before.find((output) => output.key === key)
    const is = after.find((output) => output.key === key)
    if (was?.value === is?.value && was?.exportName === is?.exportName) return []
    const exportName = is?.exportName ?? was?.exportName
    return [
      {
        key,
        ...(was !== undefined && { before: was.value }),
        ...(is !== undefined && { after: is.value }),
        ...(exportName !== undefined && { exportName }),
      },
    ]
  })
}
