import { isObject, onlyKey, textOf, type JsonObject } from '../json.ts'

/** Something that conditions compare: a parameter, or any other expression by its text. */
export interface Variable {
  readonly key: string
  /** The values that make a difference. */
  readonly values: readonly string[]
}

/** Stands for every value that no condition names. */
const other = '\u0000other'

/** The variables that these conditions depend on, with the values that they are compared with. */
export function variablesOf(
  names: readonly string[],
  conditions: JsonObject,
  parameters: JsonObject,
): readonly Variable[] {
  const found = new Map<string, Set<string>>()
  const done = new Set<string>()
  for (const name of names) collect({ Condition: name }, conditions, done, found)
  return [...found].map(([key, literals]) => ({ key, values: valuesOf(key, [...literals], parameters) }))
}

function valuesOf(key: string, literals: readonly string[], parameters: JsonObject): readonly string[] {
  const parameter = key.startsWith('Ref:') ? parameters[key.slice(4)] : undefined
  const allowed = isObject(parameter) ? parameter['AllowedValues'] : undefined
  if (!Array.isArray(allowed) || allowed.length === 0) return [...literals, other]
  const possible = literals.filter((literal) => allowed.map(textOf).includes(literal))
  return allowed.length > possible.length || possible.length === 0 ? [...possible, other] : possible
}

function collect(
  formula: unknown,
  conditions: JsonObject,
  done: Set<string>,
  found: Map<string, Set<string>>,
): void {
  if (Array.isArray(formula)) return formula.forEach((part) => collect(part, conditions, done, found))
  const call = onlyKey(formula)
  if (call === undefined) return
  const argument = (formula as JsonObject)[call]
  if (call === 'Condition' && typeof argument === 'string') {
    if (done.has(argument)) return
    done.add(argument)
    if (isObject(conditions[argument])) return collect(conditions[argument], conditions, done, found)
    found.set(`Condition:${argument}`, new Set(['true']))
  } else if (call === 'Fn::Equals' && Array.isArray(argument)) {
    collectEquals(argument, found)
  } else if (/^Fn::(And|Or|Not)$/.test(call)) {
    collect(argument, conditions, done, found)
  } else {
    found.set(keyOf(formula), new Set(['true']))
  }
}

function collectEquals([left, right]: readonly unknown[], found: Map<string, Set<string>>): void {
  const add = (key: string, value: string): unknown =>
    found.set(key, (found.get(key) ?? new Set()).add(value))
  if (isLiteral(left) && isLiteral(right)) return
  if (isLiteral(right)) add(keyOf(left), String(right))
  else if (isLiteral(left)) add(keyOf(right), String(left))
  else add(pairKey(left, right), 'true')
}

/** Whether a formula holds when the variables have these values. Cycles and nonsense are false. */
export function evaluate(
  formula: unknown,
  values: ReadonlyMap<string, string>,
  conditions: JsonObject,
  depth = 0,
): boolean {
  const call = onlyKey(formula)
  if (call === undefined || depth > 30) return false
  const argument = (formula as JsonObject)[call]
  const part = (inner: unknown): boolean => evaluate(inner, values, conditions, depth + 1)
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : []
  if (call === 'Fn::And') return parts.every(part)
  if (call === 'Fn::Or') return parts.some(part)
  if (call === 'Fn::Not') return !part(parts[0])
  if (call === 'Fn::Equals') return equals(parts, values)
  if (call === 'Condition' && typeof argument === 'string') {
    return isObject(conditions[argument])
      ? part(conditions[argument])
      : values.get(`Condition:${argument}`) === 'true'
  }
  return values.get(keyOf(formula)) === 'true'
}

function equals([left, right]: readonly unknown[], values: ReadonlyMap<string, string>): boolean {
  if (isLiteral(left) && isLiteral(right)) return String(left) === String(right)
  if (isLiteral(right)) return values.get(keyOf(left)) === String(right)
  if (isLiteral(left)) return values.get(keyOf(right)) === String(left)
  return values.get(pairKey(left, right)) === 'true'
}

function isLiteral(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

function keyOf(expression: unknown): string {
  const ref = isObject(expression) ? expression['Ref'] : undefined
  return typeof ref === 'string' ? `Ref:${ref}` : JSON.stringify(expression)
}

function pairKey(left: unknown, right: unknown): string {
  return [keyOf(left), keyOf(right)].sort().join('=')
}
