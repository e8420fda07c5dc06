import { isRisky } from '../../deploy/plan/plan.ts'
import type { TemplateDiff } from '../../deploy/diff/template-diff.ts'
import type { ValueChange } from '../../deploy/diff/value-changes.ts'
import { block, renderAccess, renderChange, renderProperty } from '../deployment/render-plan.ts'

/** What was compared with what, and how it differs. */
export interface Compared {
  readonly stack: string
  readonly against: string
  readonly file: string
  readonly diff: TemplateDiff
  readonly values: readonly ValueChange[]
}

/** A comparison of templates as lines for people; the last line counts and never changes its form. */
export function renderDiff({ stack, against, file, diff, values }: Compared): string {
  const { changes, access, sections, renamed, counts } = diff
  const title = `Differences of stack "${stack}" (${against} → ${file}):`
  if (changes.length === 0 && sections.length === 0 && values.length === 0) return `${title} none`
  const risky = changes.filter(isRisky)
  const rest = changes.filter((change) => !isRisky(change))
  return [
    title,
    ...block('These hold data and would be replaced or removed:', risky.flatMap(renderChange)),
    ...block(undefined, rest.flatMap(renderChange)),
    ...block(
      'The same under another logical id, which deletes and creates it:',
      renamed.map(({ from, to }) => `    ${from} → ${to}`),
    ),
    ...block('What these changes let others do:', access.flatMap(renderAccess)),
    ...block('Besides resources:', sections.flatMap(renderProperty)),
    ...block(
      'Values:',
      values.flatMap(({ what: path, ...rest }) => renderProperty({ path, recreation: 'no', ...rest })),
    ),
    '',
    `Diff: ${counts.add} add, ${counts.modify} modify, ${counts.replace} replace, ${counts.remove} remove`,
  ].join('\n')
}
