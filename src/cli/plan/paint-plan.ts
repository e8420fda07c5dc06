import type { Palette } from '../colour.ts'

/** A rendered plan with colour where it helps: what is removed or replaced, and whom it lets in. */
export function paintPlan(text: string, { level }: Palette): string {
  return text
    .split('\n')
    .map((line) => {
      if (/^ {2}[-±] /.test(line)) return level('error')(line)
      if (/^ {4,6}\+ allow .*(from (0\.0\.0\.0\/0|::\/0)|by \*( |$))/.test(line))
        return level('warning')(line)
      return /\(may be replaced/.test(line) ? level('warning')(line) : line
    })
    .join('\n')
}

/** A stack's status in the colour of its state. */
export function paintStatus(status: string, { level, dim }: Palette): string {
  if (/_FAILED$|ROLLBACK/.test(status)) return level('error')(status)
  if (status.endsWith('_IN_PROGRESS')) return level('warning')(status)
  return status === 'not deployed' ? dim(status) : status
}
