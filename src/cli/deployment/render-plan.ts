import {
  isRisky,
  type AccessChange,
  type Plan,
  type PlanFinding,
  type PlannedAction,
  type PlannedChange,
  type PlannedHook,
  type PlannedProperty,
} from '../../deploy/plan/plan.ts'

/** The sign that stands before a change. */
export const signs: Readonly<Record<PlannedAction, string>> = {
  add: '+',
  modify: '~',
  replace: '±',
  remove: '-',
  import: '↓',
  sync: '=',
}

/** What happens to a resource that goes, by CloudFormation's word for it. */
const fates: Readonly<Record<string, string>> = {
  Delete: 'is deleted',
  Retain: 'stays, outside of the stack',
  Snapshot: 'is deleted after a snapshot',
  ReplaceAndDelete: 'the old one is deleted',
  ReplaceAndRetain: 'the old one stays, outside of the stack',
  ReplaceAndSnapshot: 'the old one is deleted after a snapshot',
}

/** Longer values are cut: the JSON form of the plan has them whole. */
const longestValue = 160

/** A plan as lines for people, with what else changes at the stack; the last line counts and never changes its form. */
export function renderPlan(plan: Plan, others: readonly string[] = []): string {
  const risky = plan.changes.filter(isRisky)
  const rest = plan.changes.filter((change) => !isRisky(change))
  const mode = plan.revertsDrift ? `${plan.operation}, compared with what is really there` : plan.operation
  return [
    `Changes of stack "${plan.stackName}" (${mode}):`,
    ...block('These hold data and are replaced or removed:', risky.flatMap(renderChange)),
    ...block(undefined, rest.flatMap(renderChange)),
    ...block('What these changes let others do:', plan.access.flatMap(renderAccess)),
    ...block('CloudFormation warns:', plan.findings.flatMap(renderFinding)),
    ...block('Hooks will look at it:', plan.hooks.map(renderHook)),
    ...block(
      undefined,
      others.map((text) => `  ${text}`),
    ),
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

/** Lines under a title, after an empty line; nothing when there are none. */
export function block(title: string | undefined, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  return ['', ...(title === undefined ? [] : [`  ${title}`]), ...lines]
}

/** A change with its properties, as lines. */
export function renderChange(change: PlannedChange): string[] {
  const { action, logicalId, type } = change
  const notes = changeNotes(change)
  const line = `  ${signs[action]} ${action.padEnd(7)} ${logicalId}  ${type}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}`
  return [line, ...(action === 'add' ? [] : change.properties.flatMap(renderProperty))]
}

/** What there is to say about a change besides its action: replacement, the old resource's fate, drift, hooks, source line. */
export function changeNotes(change: PlannedChange): readonly string[] {
  const { replacement, policyAction, drift, hooks, source, action } = change
  return [
    replacement === 'maybe' ? 'may be replaced' : undefined,
    drift === 'DELETED' ? 'was deleted by hand' : drift === 'MODIFIED' ? 'was changed by hand' : undefined,
    policyAction === undefined ? undefined : (fates[policyAction] ?? `old one: ${policyAction}`),
    action === 'import' ? 'exists already and comes into the stack' : undefined,
    hooks === undefined ? undefined : `${hooks} ${hooks === 1 ? 'hook' : 'hooks'}`,
    ...(change.driftIgnored ?? []).map((one) => `drift of ${one} is not compared`),
    source,
  ].filter((note) => note !== undefined)
}

/** A property with its values, as lines. */
export function renderProperty(property: PlannedProperty): readonly string[] {
  const { path, before, after, afterUnknown, drift } = property
  const isSilent = before === undefined && after === undefined && afterUnknown === undefined
  const values = isSilent
    ? ''
    : `: ${shown(before)} → ${afterUnknown ? '(known while deploying)' : shown(after)}`
  const why = propertyNotes(property)
  return [
    `      ${path}${values}${why.length > 0 ? `  (${why.join('; ')})` : ''}`,
    ...(drift === undefined
      ? []
      : [
          `        actual ${shown(drift.actual)}, last deployed ${shown(drift.deployed)}, wanted ${shown(after)}`,
        ]),
  ]
}

/** Why a property changes, and what that does to the resource. */
export function propertyNotes({ cause, recreation }: PlannedProperty): readonly string[] {
  return [
    recreation === 'yes'
      ? 'replaces the resource'
      : recreation === 'maybe'
        ? 'may replace the resource'
        : undefined,
    cause,
  ].filter((note) => note !== undefined)
}

/** What a change lets others do, as lines. */
export function renderAccess({ logicalId, source, widens, narrows }: AccessChange): readonly string[] {
  return [
    `    ${logicalId}${source === undefined ? '' : `  (${source})`}`,
    ...widens.map((sentence) => `      + ${sentence}`),
    ...narrows.map((sentence) => `      - ${sentence}`),
  ]
}

function renderFinding({ code, message, logicalId, path, source, hint }: PlanFinding): readonly string[] {
  const place = [logicalId, path].filter((part) => part !== undefined).join('.')
  const where = source === undefined ? place : `${place} (${source})`
  return [
    `    ${code}  ${where === '' ? '' : `${where}: `}${message}`,
    ...(hint === undefined ? [] : hint.split('\n').map((line) => `      hint: ${line}`)),
  ]
}

function renderHook({ type, failureMode, logicalId }: PlannedHook): string {
  const what = failureMode === 'FAIL' ? 'can stop it' : 'can warn'
  return `    ${type}${logicalId === undefined ? '' : ` at ${logicalId}`}  (${what})`
}

function shown(value: string | undefined): string {
  if (value === undefined) return 'none'
  const text = JSON.stringify(value)
  if (text.length <= longestValue) return text
  return `${text.slice(0, longestValue)}…" (${value.length} characters)`
}
