import type { ResourceChange } from '../calls/client.ts'
import { unknownYet } from './planned-property.ts'
import { accessOf, decidesAccess, type Access } from './access.ts'

/** How a change moves what one resource lets others do. */
export interface AccessChange {
  readonly logicalId: string
  readonly type: string
  readonly source?: string
  /** What will be possible that was not, each as a few words. */
  readonly widens: readonly string[]
  readonly narrows: readonly string[]
}

/**
 * What a change of a role, policy or security group widens and narrows; undefined when it does neither, or when CloudFormation does
 * not tell what the resource had. `properties` are those of the template, for resources whose values CloudFormation does not give.
 */
export function accessChange(
  change: ResourceChange,
  { source, properties }: { readonly source?: string | undefined; readonly properties?: unknown },
): AccessChange | undefined {
  const { ResourceType: type = '', LogicalResourceId: logicalId = '', Action } = change
  if (!decidesAccess(type) || Action === 'Import') return undefined
  const old = Action === 'Add' ? {} : propertiesIn(change.BeforeContext)
  const fresh = Action === 'Remove' ? {} : withTemplate(propertiesIn(change.AfterContext), properties)
  if (old === undefined || fresh === undefined) return undefined
  const before = accessOf(type, old)
  const after = accessOf(type, fresh)
  const come = missingIn(after, before)
  const gone = missingIn(before, after)
  const widens = sentences([...come.filter(allows), ...gone.filter(denies)])
  const narrows = sentences([...gone.filter(allows), ...come.filter(denies)])
  if (widens.length === 0 && narrows.length === 0) return undefined
  return { logicalId, type, ...(source === undefined ? {} : { source }), widens, narrows }
}

/** True for words that let everyone in, or someone do everything. */
export function isAlarming(sentence: string): boolean {
  return /from (0\.0\.0\.0\/0|::\/0)|by \*( |$)|^allow \*(,| |$)|AdministratorAccess/.test(sentence)
}

const allows = ({ effect }: Access): boolean => effect === 'allow'
const denies = ({ effect }: Access): boolean => effect === 'deny'

function missingIn(some: readonly Access[], others: readonly Access[]): readonly Access[] {
  const known = new Set(others.map((one) => JSON.stringify(one)))
  return some.filter((one) => !known.has(JSON.stringify(one)))
}

/** Actions on the same things by the same people in one sentence. */
function sentences(all: readonly Access[]): readonly string[] {
  const groups = new Map<string, string[]>()
  for (const { effect, action, on, who, when } of all) {
    const network = who?.startsWith('from ') || who?.startsWith('to ')
    const tail = [
      on === undefined ? '' : ` on ${on}`,
      who === undefined ? '' : network ? ` ${who}` : ` by ${who}`,
      when === undefined ? '' : ` if ${when}`,
    ].join('')
    const key = `${effect}\n${tail}`
    groups.set(key, [...(groups.get(key) ?? []), action])
  }
  const made = [...groups].map(([key, actions]) => {
    const [effect, tail = ''] = key.split('\n')
    return `${effect} ${[...new Set(actions)].join(', ')}${tail}`
  })
  return [...made.filter(isAlarming), ...made.filter((one) => !isAlarming(one))]
}

/** What CloudFormation says that the resource will have, and what the template says where that is known only while deploying. */
function withTemplate(told: unknown, written: unknown): unknown {
  if (told === undefined) return written
  if (typeof told === 'string' && told.includes(unknownYet))
    return written ?? told.replaceAll(unknownYet, '(known while deploying)')
  if (typeof told !== 'object' || told === null) return told
  const part = (key: string): unknown =>
    typeof written === 'object' && written !== null && Object.hasOwn(written, key)
      ? (written as Readonly<Record<string, unknown>>)[key]
      : undefined
  const entries = Object.entries(told).map(([key, value]) => [key, withTemplate(value, part(key))] as const)
  return Array.isArray(told) ? entries.map(([, value]) => value) : Object.fromEntries(entries)
}

function propertiesIn(context: string | undefined): unknown {
  if (context === undefined || context === '') return undefined
  try {
    return (JSON.parse(context) as { Properties?: unknown }).Properties ?? {}
  } catch {
    return undefined
  }
}
