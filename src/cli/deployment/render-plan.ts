import {
  isRisky,
  type Plan,
  type PlannedAction,
  type PlannedChange,
  type PlannedProperty,
} from '../../deploy/plan.ts'

const signs: Readonly<Record<PlannedAction, string>> = {
  add: '+',
  modify: '~',
  replace: '±',
  remove: '-',
  import: '↓',
  sync: '=',
}

/** A plan as lines for people, with what else changes at the stack; the last line counts and never changes its form. */
export function renderPlan(plan: Plan, others: readonly string[] = []): string {
  const risky = plan.changes.filter(isRisky)
  const rest = plan.changes.filter((change) => !isRisky(change))
  return [
    `Changes of stack "${plan.stackName}" (${plan.operation}):`,
    ...(risky.length > 0
      ? ['', '  These hold data and are replaced or removed:', ...risky.flatMap(renderChange)]
      : []),
    ...(rest.length > 0 ? ['', ...rest.flatMap(renderChange)] : []),
    ...(others.length > 0 ? ['', ...others.map((text) => `  ${text}`)] : []),
    '',
    renderCounts(plan),
  ].join('\n')
}

/** For example `Plan: 1 add, 2 modify, 0 replace, 0 remove`. */
export function renderCounts({ counts }: Plan): string {
  const { add, modify, replace, remove } = counts
  const rare = (['import', 'sync'] as const).filter((action) => counts[action] > 0)
  const tail = rare.map((action) => `, ${counts[action]} ${action}`).join('')
  return `Plan: ${add} add, ${modify} modify, ${replace} replace, ${remove} remove${tail}`
}

function renderChange(change: PlannedChange): string[] {
  const { action, logicalId, type, source, replacement, policyAction } = change
  const notes = [
    replacement === 'maybe' ? 'may be replaced' : undefined,
    policyAction === undefined ? undefined : `old one: ${policyAction}`,
    source,
  ].filter((note) => note !== undefined)
  const line = `  ${signs[action]} ${action.padEnd(7)} ${logicalId}  ${type}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`
  return [line, ...(action === 'add' ? [] : change.properties.map(renderProperty))]
}

function renderProperty({ path, before, after, cause, recreation }: PlannedProperty): string {
  const values = before === undefined && after === undefined ? '' : `: ${shown(before)} → ${shown(after)}`
  const why = [
    recreation === 'yes'
      ? 'replaces the resource'
      : recreation === 'maybe'
        ? 'may replace the resource'
        : undefined,
    cause,
  ].filter((note) => note !== undefined)
  return `      ${path}${values}${why.length > 0 ? `  (${why.join('; ')})` : ''}`
}

function shown(value: string | undefined): string {
  return value === undefined ? 'none' : JSON.stringify(value)
}
