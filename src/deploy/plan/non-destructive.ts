import type { Proposal } from '../flow/deployment.ts'

/** What of a proposal may delete, replace or unprotect something, a line each; empty when `--approve non-destructive` covers it. */
export function destructiveParts({ plan, settings }: Proposal): readonly string[] {
  const changes = (plan?.changes ?? []).flatMap(({ action, replacement, logicalId }) => {
    if (action === 'remove' || action === 'replace') return [`${action} ${logicalId}`]
    return replacement === 'no' || action === 'add' ? [] : [`may replace ${logicalId}`]
  })
  const unprotected = settings
    .filter(({ what, text }) => what === 'stack-policy' || text.endsWith('on → off'))
    .map(({ text }) => text)
  return [...changes, ...unprotected]
}
