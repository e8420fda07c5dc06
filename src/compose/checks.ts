import type { CollectedStack } from './app-index.ts'
import type { Collected } from './collect.ts'
import type { Crossing, Edge, Links } from './link.ts'
import type { Stack } from './stack.ts'
import { didYouMean } from '../model/did-you-mean.ts'
import { findCycles } from './cycles.ts'
import { groupBy } from './group-by.ts'
import { known, type Problem } from './problems.ts'

/** What is wrong inside one stack, once its references are known. */
export function stackProblems(
  { stack, elements }: CollectedStack,
  edges: readonly Edge[],
  crossings: readonly Crossing[],
): readonly Problem[] {
  return [
    ...elements.filter((one) => !isLegal(one)).map((one) => badId(stack, one)),
    ...cycleProblems(stack, elements, edges),
    ...unusedParameters(stack, elements, [
      ...edges.map((edge) => edge.to),
      ...crossings.map((one) => one.collected),
    ]),
    ...settingsProblems(stack, elements),
  ]
}

function isLegal({ id, section }: Collected): boolean {
  return /^[A-Za-z0-9]{1,255}$/.test(section === 'Resources' ? id.replace(/^Fn::ForEach::/, '') : id)
}

function badId(stack: Stack, { id, anchor }: Collected): Problem {
  return {
    code: 'E_ID',
    stack: stack.name,
    id,
    message: `"${id}" is not a logical id: CloudFormation takes letters and digits only, 1 to 255 of them`,
    hint: `For example "${id.replaceAll(/[^A-Za-z0-9]+(.?)/g, (_all, next: string) => next.toUpperCase()) || 'Network'}"`,
    sources: known(anchor.source()),
  }
}

function cycleProblems(
  stack: Stack,
  elements: readonly Collected[],
  edges: readonly Edge[],
): readonly Problem[] {
  const byFrom = groupBy(edges, (edge) => edge.from)
  const cycles = findCycles(elements, (one) => new Set((byFrom.get(one) ?? []).map((edge) => edge.to)))
  return cycles.map((cycle) => {
    const steps = cycle.slice(1).map((to, i) => {
      const from = cycle[i] as Collected
      const edge = (byFrom.get(from) as Edge[]).find((one) => one.to === to) as Edge
      return `${from.id} (${edge.reference.path.slice(2).join('.') || edge.reference.kind}) → `
    })
    return {
      code: 'E_CYCLE',
      stack: stack.name,
      id: (cycle[0] as Collected).id,
      message: `resources wait for each other: ${steps.join('')}${(cycle.at(-1) as Collected).id}`,
      hint: 'Break the circle with a resource of its own, for example AWS::EC2::SecurityGroupIngress for rules between groups',
      sources: known(...cycle.slice(1).map((one) => one.anchor.source())),
    }
  })
}

/** A parameter that nothing reads is one that the console asks for in vain. Macros may read any, so their templates are let be. */
function unusedParameters(
  stack: Stack,
  elements: readonly Collected[],
  read: readonly Collected[],
): readonly Problem[] {
  if (stack.settings.transform !== undefined) return []
  const used = new Set(read)
  const named = elements.filter((one) => one.section === 'Rules').map((one) => JSON.stringify(one.element))
  return elements
    .filter(
      (one) =>
        one.section === 'Parameters' && !used.has(one) && !named.some((text) => text.includes(`"${one.id}"`)),
    )
    .map((one) => ({
      code: 'E_UNUSED_PARAMETER',
      stack: stack.name,
      id: one.id,
      message: `parameter "${one.id}" is read by nothing`,
      hint: 'Use its `.ref`, or take it out of the stack',
      sources: known(one.anchor.source()),
    }))
}

function settingsProblems(stack: Stack, elements: readonly Collected[]): readonly Problem[] {
  const declared = new Map(elements.filter((one) => one.section === 'Parameters').map((one) => [one.id, one]))
  const { parameters = {}, parametersFrom = {} } = stack.settings
  return Object.keys({ ...parameters, ...parametersFrom }).flatMap((name): Problem[] => {
    const parameter = declared.get(name)
    if (parameter === undefined) return [unknownParameter(stack, name, [...declared.keys()])]
    if (!(name in parameters)) return []
    const options = (parameter.element as { options?: { NoEcho?: boolean } }).options
    return options?.NoEcho === true ? [secretInSettings(stack, name, parameter)] : []
  })
}

function unknownParameter(stack: Stack, name: string, declared: readonly string[]): Problem {
  const near = didYouMean(name, declared)
  return {
    code: 'E_UNKNOWN_PARAMETER',
    stack: stack.name,
    message: `the settings give parameter "${name}", which no fragment declares`,
    hint:
      near !== undefined
        ? `Did you mean "${near}"?`
        : declared.length === 0
          ? 'The stack has no parameters'
          : `It has ${declared.join(', ')}`,
    sources: known(stack.source()),
  }
}

function secretInSettings(stack: Stack, name: string, parameter: Collected): Problem {
  return {
    code: 'E_SECRET_IN_SETTINGS',
    stack: stack.name,
    id: name,
    message: `the settings give the NoEcho parameter "${name}", and would be written to the manifest`,
    hint: `Leave it out and give it when deploying`,
    sources: known(stack.source(), parameter.anchor.source()),
  }
}

/** Stacks that would have to be deployed before each other. */
export function stackCycles(stacks: readonly Stack[], links: Links): readonly Problem[] {
  const needs = stackNeeds(stacks, links)
  return findCycles(stacks, (one) => needs.get(one) ?? []).map((cycle) => ({
    code: 'E_STACK_CYCLE',
    stack: (cycle[0] as Stack).name,
    message: `stacks need each other: ${cycle.map((one) => one.name).join(' → ')}${crossingsOn(cycle, links)}`,
    hint: 'Move one of these resources to the other stack, or make the references weak and break the circle by hand',
    sources: known(...cycle.slice(1).map((one) => one.source())),
  }))
}

function crossingsOn(cycle: readonly Stack[], links: Links): string {
  const parts = cycle.slice(1).flatMap((producer, i) => {
    const found = links.crossings.find((one) => one.consumer === cycle[i] && one.producer === producer)
    return found === undefined
      ? []
      : [`"${cycle[i]?.name}" reads ${found.collected.id} of "${producer.name}"`]
  })
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}

/** Each stack with the stacks that must be deployed before it. */
export function stackNeeds(stacks: readonly Stack[], links: Links): ReadonlyMap<Stack, ReadonlySet<Stack>> {
  const needs = new Map<Stack, Set<Stack>>()
  for (const { consumer, producer } of [...links.crossings, ...links.waits, ...fedParameters(stacks)]) {
    if (!needs.has(consumer)) needs.set(consumer, new Set())
    needs.get(consumer)?.add(producer)
  }
  return needs
}

/** Parameters whose values are outputs of other stacks; stacks outside of the app are there already. */
function fedParameters(stacks: readonly Stack[]): readonly { consumer: Stack; producer: Stack }[] {
  return stacks.flatMap((consumer) =>
    Object.values(consumer.settings.parametersFrom ?? {}).flatMap(({ stack: name }) => {
      const producer = stacks.find((one) => one.name === name)
      return producer === undefined ? [] : [{ consumer, producer }]
    }),
  )
}
