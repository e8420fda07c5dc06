import {
  isRisky,
  type AccessChange,
  type Plan,
  type PlannedChange,
  type PlannedProperty,
} from '../../deploy/plan/plan.ts'
import { changeNotes, propertyNotes, renderCounts, signs } from '../deployment/render-plan.ts'

/** What GitHub takes as one comment, in characters. */
export const commentLimit = 65_536

/** Longer values are cut: nobody reads them in a comment. */
const longestValue = 400

/**
 * A plan as Markdown that fits a comment of a pull request. The heading, the warnings and the last line are always whole; of the rest as much
 * as fits, and then how much was left out.
 */
export function renderMarkdown(plan: Plan, others: readonly string[] = [], limit = commentLimit): string {
  const head = [heading(plan), ...warning(plan), ...warnings(plan)].join('\n\n')
  const tail = renderCounts(plan)
  const blocks = [
    ...accessBlock(plan.access),
    ...(others.length > 0 ? [others.map((text) => `- ${escaped(text)}`).join('\n')] : []),
    ...plan.changes.map(renderChange),
  ]
  const [kept, dropped] = fitting(blocks, limit - head.length - tail.length - 80)
  const rest = dropped === 0 ? [] : [`_${dropped} more did not fit here._`]
  return [cut(head, limit - tail.length - 80), ...kept, ...rest, `\`${tail}\``].join('\n\n')
}

function heading({ stackName, operation, revertsDrift }: Plan): string {
  return `### ${operation} stack \`${stackName}\`${revertsDrift ? ' (takes back what was changed by hand)' : ''}`
}

function warning({ changes }: Plan): readonly string[] {
  const risky = changes.filter(isRisky)
  if (risky.length === 0) return []
  const lines = risky.map(
    ({ action, logicalId, type, replacement }) =>
      `> - **${replacement === 'maybe' ? 'may replace' : action}** \`${logicalId}\` (${type})`,
  )
  return [['> [!WARNING]', '> These hold data and are replaced or removed:', ...lines].join('\n')]
}

function warnings({ findings }: Plan): readonly string[] {
  if (findings.length === 0) return []
  const lines = findings.map(({ code, message, logicalId }) => {
    const where = logicalId === undefined ? '' : `\`${logicalId}\`: `
    return `> - ${where}${escaped(message)} (${code})`
  })
  return [['> [!CAUTION]', '> CloudFormation warns:', ...lines].join('\n')]
}

function accessBlock(access: readonly AccessChange[]): readonly string[] {
  return access.map(({ logicalId, widens, narrows }) =>
    details(`Access: <code>${logicalId}</code>`, [
      ...widens.map((sentence) => `+ ${sentence}`),
      ...narrows.map((sentence) => `- ${sentence}`),
    ]),
  )
}

function renderChange(change: PlannedChange): string {
  const { action, logicalId, type } = change
  const notes = changeNotes(change).map(html)
  const title = `${signs[action]} ${action} <code>${html(logicalId)}</code> ${html(type)}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
  const lines = action === 'add' ? [] : change.properties.flatMap(renderProperty)
  return lines.length === 0 ? `- ${title}` : details(title, lines)
}

function renderProperty(property: PlannedProperty): readonly string[] {
  const { path, before, after, afterUnknown, drift } = property
  const notes = propertyNotes(property)
  return [
    `  ${path}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`,
    ...(before === undefined ? [] : [`- ${short(before)}`]),
    ...(after === undefined ? [] : [`+ ${short(after)}`]),
    ...(afterUnknown ? ['+ (known while deploying)'] : []),
    ...(drift?.actual === undefined ? [] : [`! actual ${short(drift.actual)}`]),
  ]
}

function details(title: string, lines: readonly string[]): string {
  const text = lines.join('\n')
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `<details><summary>${title}</summary>\n\n${fence}diff\n${text}\n${fence}\n\n</details>`
}

/** As many of the first blocks as fit, and how many do not. */
function fitting(blocks: readonly string[], limit: number): [readonly string[], number] {
  let used = 0
  const at = blocks.findIndex((block) => (used += block.length + 2) > limit)
  return at < 0 ? [blocks, 0] : [blocks.slice(0, at), blocks.length - at]
}

function short(value: string): string {
  const line = value.replaceAll('\n', '\\n')
  return line.length <= longestValue ? line : `${line.slice(0, longestValue)}… (${line.length} characters)`
}

function cut(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`
}

/** Nothing in a text of AWS or a user makes markup, links or mentions. */
function escaped(text: string): string {
  return html(text.replace(/[\\`*_[\]|#]/g, '\\$&'))
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll('\n', ' ')
}
