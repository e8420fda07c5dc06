import type { Anchor } from '../model/intrinsic.ts'
import type { Problem } from './problems.ts'
import type { SourceLine } from '../model/source.ts'
import type { Stack } from './stack.ts'
import { anchorOfCondition, isCondition } from '../model/condition.ts'
import { forEachSource, isForEach } from '../model/for-each.ts'
import { anchorOfMapping, isMapping } from '../model/mapping.ts'
import { isOutput, outputSource } from '../model/output.ts'
import { anchorOfParameter, isParameter } from '../model/parameter.ts'
import { anchorOf, isResource } from '../model/resource.ts'
import { isRule, ruleSource } from '../model/rule.ts'
import { known } from './problems.ts'

/** The sections of a template that elements go to. */
export type Section = 'Parameters' | 'Rules' | 'Mappings' | 'Conditions' | 'Resources' | 'Outputs'

/** One element of a stack, as the fragments hold it. */
export interface Collected {
  readonly section: Section
  readonly id: string
  readonly element: object
  /** What references point to; elements of other packages and those nobody can refer to have their own. */
  readonly anchor: Anchor
  /** Handles on the way to the element, for example `['net', 'zones', '0', 'subnet']`. */
  readonly path: readonly string[]
}

/** A stack's elements, in the order written, and what was wrong with its fragments. */
export interface Collection {
  readonly elements: readonly Collected[]
  readonly problems: readonly Problem[]
}

const parameterTypes =
  /^(String|Number|CommaDelimitedList|List<.+>|AWS::SSM::Parameter::(Name|Value<.+>))$|::(Id|Name|KeyName|GroupName)$/

/** Walks the fragments of a stack and takes out what they hold. */
export function collect(stack: Stack): Collection {
  const elements = new Map<object, Collected>()
  const problems: Problem[] = []
  const open = new Set<object>()

  const visit = (part: unknown, path: readonly string[]): void => {
    if (typeof part === 'function') return void problems.push(uncalled(stack, path))
    if (part instanceof Promise || part instanceof Map || part instanceof Set)
      return void problems.push(noFragment(stack, path, part))
    if (typeof part !== 'object' || part === null || elements.has(part) || open.has(part)) return
    const element = toElement(part, path)
    if (element !== undefined) return void elements.set(part, element)
    if (isIntrinsic(part)) return
    open.add(part)
    for (const [key, inner] of Object.entries(part)) visit(inner, [...path, key])
    open.delete(part)
  }

  visit(stack.fragments, [])
  const { kept, clashes } = withoutClashes(stack, [...elements.values()])
  return { elements: kept, problems: [...problems, ...clashes] }
}

function toElement(part: object, path: readonly string[]): Collected | undefined {
  if (isResource(part))
    return { section: 'Resources', id: part.id, element: part, anchor: anchorOf(part), path }
  if (isParameter(part))
    return { section: 'Parameters', id: part.id, element: part, anchor: anchorOfParameter(part), path }
  if (isCondition(part))
    return { section: 'Conditions', id: part.id, element: part, anchor: anchorOfCondition(part), path }
  if (isMapping(part))
    return { section: 'Mappings', id: part.id, element: part, anchor: anchorOfMapping(part), path }
  if (isOutput(part)) return alone('Outputs', part, path, () => outputSource(part))
  if (isRule(part)) return alone('Rules', part, path, () => ruleSource(part))
  if (isForEach(part))
    return { ...alone('Resources', part, path, () => forEachSource(part)), id: `Fn::ForEach::${part.id}` }
  return foreign(part, path)
}

function alone(
  section: Section,
  part: object & { readonly id: string },
  path: readonly string[],
  source: () => SourceLine | undefined,
): Collected {
  return { section, id: part.id, element: part, anchor: { id: part.id, source }, path }
}

/** A resource or parameter of the `cloudform` package, or plain JSON of one: its handle is its logical id. */
function foreign(part: object, path: readonly string[]): Collected | undefined {
  const type = (part as { Type?: unknown }).Type
  const id = path.at(-1)
  if (typeof type !== 'string' || id === undefined) return undefined
  const section = parameterTypes.test(type) && !('Properties' in part) ? 'Parameters' : 'Resources'
  return { section, id, element: part, anchor: { id, source: () => undefined }, path }
}

/** Values among the handles: they are there for the next function, and add nothing to the template. */
function isIntrinsic(part: object): boolean {
  if (typeof (part as { toJSON?: unknown }).toJSON === 'function') return true
  const [[key, inner] = [''], ...others] = Object.entries(part)
  if (others.length > 0) return false
  return key.startsWith('Fn::') || ((key === 'Ref' || key === 'Condition') && typeof inner === 'string')
}

function noFragment(stack: Stack, path: readonly string[], part: object): Problem {
  const isPromise = part instanceof Promise
  return {
    code: 'E_NO_FRAGMENT',
    stack: stack.name,
    message: `"${path.join('.')}" is a ${part.constructor.name}, expected a plain object or a list`,
    hint: isPromise ? 'Write `await` before the call' : 'Make an object of it: Object.fromEntries(…)',
    sources: known(stack.source()),
  }
}

function uncalled(stack: Stack, path: readonly string[]): Problem {
  return {
    code: 'E_FUNCTION',
    stack: stack.name,
    message: `"${path.join('.')}" is a function, expected what it returns`,
    hint: 'Call it, or take it out of the fragment',
    sources: known(stack.source()),
  }
}

/** Two different elements under one id; parameters and resources share their names. */
function withoutClashes(
  stack: Stack,
  elements: readonly Collected[],
): { readonly kept: readonly Collected[]; readonly clashes: readonly Problem[] } {
  const taken = new Map<string, Collected>()
  const clashes: Problem[] = []
  const kept = elements.filter((element) => {
    const space =
      element.section === 'Parameters' || element.section === 'Resources' ? 'Ref' : element.section
    const first = taken.get(`${space} ${element.id}`)
    if (first === undefined) {
      taken.set(`${space} ${element.id}`, element)
      return true
    }
    clashes.push(clash(stack, first, element))
    return false
  })
  return { kept, clashes }
}

function clash(stack: Stack, first: Collected, second: Collected): Problem {
  const same = first.anchor === second.anchor
  return {
    code: same ? 'E_OVERRIDDEN_TWICE' : 'E_DUPLICATE_ID',
    stack: stack.name,
    id: first.id,
    message: same
      ? `"${first.id}" stands there both as it was and overridden, at "${first.path.join('.')}" and "${second.path.join('.')}"`
      : `"${first.id}" is the id of two elements, at "${first.path.join('.')}" and "${second.path.join('.')}"`,
    hint: same
      ? 'Put only what `override` returns into the stack'
      : 'Give one of the two fragments another name: the name starts every id in it',
    sources: known(first.anchor.source(), same ? undefined : second.anchor.source()),
  }
}
