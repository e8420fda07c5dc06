import { onlyKey } from '../json.ts'
import { textParts } from '../wiring/text-parts.ts'
import type { Versions } from '../changes/compare-versions.ts'

/** Whether a joined text of references has other items than before: one of them replaced by another, one added, one taken out. */
export function isOtherList(was: unknown, is: unknown, compare: Versions['compare']): boolean {
  const [before, after] = [partsOf(was), partsOf(is)]
  if (before === undefined || after === undefined) return false
  if (before.length !== after.length) return true
  const pairs = before.map((part, index) => compare(part, after[index]))
  return pairs.includes('different') && !pairs.includes('unknown')
}

/** The pieces of a text that is joined from references and written text only. */
function partsOf(value: unknown): readonly unknown[] | undefined {
  if (!['Fn::Join', 'Fn::Sub'].includes(onlyKey(value) ?? '')) return undefined
  const parts = textParts(value).map((part) => (typeof part === 'string' ? part : part.call))
  const isKnown = (part: unknown): boolean =>
    typeof part === 'string' || ['Ref', 'Fn::GetAtt'].includes(onlyKey(part) ?? '')
  return parts.every(isKnown) ? parts : undefined
}
