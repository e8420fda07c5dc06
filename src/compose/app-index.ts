import type { Anchor } from '../model/intrinsic.ts'
import type { Collected } from './collect.ts'
import type { Stack } from './stack.ts'
import { known, type Problem } from './problems.ts'

/** A stack and what its fragments hold. */
export interface CollectedStack {
  readonly stack: Stack
  readonly elements: readonly Collected[]
}

/** An element, and the stack that it is in. */
export interface Placement {
  readonly stack: Stack
  readonly collected: Collected
}

/** Where everything of the app is. */
export interface AppIndex {
  /** By stack name, then by what references point to. */
  readonly own: ReadonlyMap<string, ReadonlyMap<Anchor, Collected>>
  /** By stack name, then by section and id. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Collected>>
  /** Resources and parameters of all stacks. */
  readonly byAnchor: ReadonlyMap<Anchor, readonly Placement[]>
  readonly byId: ReadonlyMap<string, readonly Placement[]>
}

/** Conditions and mappings have names of their own; everything else shares them. */
export function nameKey(section: string, id: string): string {
  return section === 'Conditions' || section === 'Mappings' ? `${section} ${id}` : `Ref ${id}`
}

export function indexApp(stacks: readonly CollectedStack[]): AppIndex {
  const byAnchor = new Map<Anchor, Placement[]>()
  const byId = new Map<string, Placement[]>()
  for (const { stack, elements } of stacks) {
    for (const collected of elements) {
      if (collected.section !== 'Resources' && collected.section !== 'Parameters') continue
      push(byAnchor, collected.anchor, { stack, collected })
      push(byId, collected.id, { stack, collected })
    }
  }
  return {
    own: new Map(
      stacks.map(({ stack, elements }) => [stack.name, new Map(elements.map((one) => [one.anchor, one]))]),
    ),
    named: new Map(stacks.map(({ stack, elements }) => [stack.name, namesOf(elements)])),
    byAnchor,
    byId,
  }
}

function namesOf(elements: readonly Collected[]): ReadonlyMap<string, Collected> {
  const referable = elements.filter((one) => one.section !== 'Outputs' && one.section !== 'Rules')
  return new Map(referable.map((one) => [nameKey(one.section, one.id), one]))
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

/** Resources that more than one stack would create, and stacks of one name. */
export function sharedProblems(stacks: readonly CollectedStack[], index: AppIndex): readonly Problem[] {
  const problems: Problem[] = []
  for (const placements of index.byAnchor.values()) {
    const [first, second] = placements
    if (first === undefined || second === undefined || first.collected.section !== 'Resources') continue
    problems.push({
      code: 'E_TWO_STACKS',
      stack: first.stack.name,
      id: first.collected.id,
      message: `"${first.collected.id}" is in two stacks, "${first.stack.name}" and "${second.stack.name}"`,
      hint: 'Keep the fragment in one of them; the other may use its handles all the same',
      sources: known(first.collected.anchor.source(), first.stack.source(), second.stack.source()),
    })
  }
  const names = new Map<string, Stack>()
  for (const { stack } of stacks) {
    const other = names.get(stack.name)
    if (other !== undefined)
      problems.push({
        code: 'E_DUPLICATE_STACK',
        stack: stack.name,
        message: `two stacks are named "${stack.name}"`,
        sources: known(other.source(), stack.source()),
      })
    names.set(stack.name, stack)
  }
  return problems
}
