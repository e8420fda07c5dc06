import { updateBehaviour } from '../../spec/update-behaviour.ts'
import type { JsonObject } from '../world.ts'

/** A property that differs. What is absent on one side is undefined there. */
export interface PropertyChange {
  /** Below `Properties`, items of lists by number: `['Tags', '0', 'Value']`. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
  /** Whether the change makes a new resource, in the words of change sets. */
  readonly recreation: 'Never' | 'Conditionally' | 'Always'
}

/** Compares properties of a type as CloudFormation does: to the smallest part, and `5`, `"5"`, `true` and `"true"` alike. */
export function compareProperties(
  type: string,
  before: JsonObject,
  after: JsonObject,
): readonly PropertyChange[] {
  return differences(before, after, []).map((one) => ({ ...one, recreation: recreationOf(type, one.path) }))
}

/** Whether any of the changes makes a new resource. */
export function replaces(changes: readonly PropertyChange[]): 'Never' | 'Conditionally' | 'Always' {
  if (changes.some(({ recreation }) => recreation === 'Always')) return 'Always'
  return changes.some(({ recreation }) => recreation === 'Conditionally') ? 'Conditionally' : 'Never'
}

function recreationOf(type: string, path: readonly string[]): PropertyChange['recreation'] {
  switch (updateBehaviour(type, path)) {
    case 'replaces':
      return 'Always'
    case 'may replace':
      return 'Conditionally'
    default:
      return 'Never'
  }
}

type Difference = Omit<PropertyChange, 'recreation'>

function differences(before: unknown, after: unknown, path: readonly string[]): readonly Difference[] {
  if (isTree(before) && isTree(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return keys.flatMap((key) => differences(before[key], after[key], [...path, key]))
  }
  return isSame(before, after) ? [] : [{ path, before, after }]
}

function isTree(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined || isTree(before) || isTree(after)) return before === after
  return String(before) === String(after)
}
