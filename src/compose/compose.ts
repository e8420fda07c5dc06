import type { AppIndex, CollectedStack } from './app-index.ts'
import type { Collected } from './collect.ts'
import type { ManifestExport } from '../model/manifest.ts'
import type { SourceLine } from '../model/source.ts'
import type { Stack } from './stack.ts'
import type { Template } from '../model/template.ts'
import { indexApp, sharedProblems } from './app-index.ts'
import { circleIn } from './circle.ts'
import { collect } from './collect.ts'
import { inOrder } from './cycles.ts'
import { stackCycles, stackNeeds, stackProblems } from './checks.ts'
import { elementJson } from './element-json.ts'
import { crossOutputs, type CrossOutputs, type PreviousBuild } from './exports.ts'
import { groupBy } from './group-by.ts'
import { linker, type Edge, type Links } from './link.ts'
import { unprintableValue } from './link-problems.ts'
import { outputClashes } from './output-clashes.ts'
import { printTemplate } from './print.ts'
import { ComposeError, known, type Place, type Problem } from './problems.ts'
import { toJson } from './references.ts'
import { templateOf, type Written } from './template-of.ts'

/** A stack with its template made. */
export interface ComposedStack {
  readonly stack: Stack
  readonly template: Template
  /** The template as it is written to its file. */
  readonly text: string
  /** Logical id to the line that made it. */
  readonly sources: ReadonlyMap<string, SourceLine>
  /** Names of the stacks that must be deployed before this one. */
  readonly dependsOn: readonly string[]
  readonly exports: { readonly [exportName: string]: ManifestExport }
}

export interface ComposeOptions {
  /** What the last build wrote, by stack name, so that exports still in use stay. */
  readonly previous?: { readonly [stackName: string]: PreviousBuild }
  /** How source lines are written in errors; the file as it is known, when absent. */
  readonly place?: Place
}

/**
 * Makes the templates of an app's stacks, in the order in which they can be deployed. References from one stack to another become
 * an output and an import. Throws `ComposeError` with everything that is wrong, all at once.
 *
 * @example
 * const [base] = compose([stack('base', {}, { net: network('Net') })])
 * base.template.Resources
 */
export function compose(stacks: readonly Stack[], options: ComposeOptions = {}): readonly ComposedStack[] {
  const problems: Problem[] = []
  const collected: CollectedStack[] = stacks.map((stack) => {
    const { elements, problems: found } = collect(stack)
    problems.push(
      ...found,
      ...metadataProblems(stack),
      ...(elements.some((one) => one.section === 'Resources') ? [] : [emptyStack(stack)]),
    )
    return { stack, elements }
  })
  const index = indexApp(collected)
  problems.push(...sharedProblems(collected, index))
  const links: Links = { edges: [], crossings: [], waits: [], problems }
  const written = new Map(collected.map((one) => [one.stack, write(one, index, links)]))
  const edges = groupBy(links.edges, (edge) => edge.from)
  const crossings = groupBy(links.crossings, (one) => one.producer)
  for (const one of collected)
    problems.push(...stackProblems(one, edgesOf(one, edges), crossings.get(one.stack) ?? []))
  problems.push(...stackCycles(stacks, links))
  const cross = new Map(
    collected.map(({ stack, elements }) => {
      const read = crossings.get(stack) ?? []
      const outputs = crossOutputs(stack, read, elements, options.previous?.[stack.name])
      problems.push(...outputClashes(stack, written.get(stack) ?? [], read, outputs))
      return [stack, outputs]
    }),
  )
  if (problems.length > 0) throw new ComposeError(unique(problems), options.place ?? defaultPlace)
  const needs = stackNeeds(stacks, links)
  return inOrder(stacks, (stack) => needs.get(stack) ?? []).map((stack) =>
    composed(stack, written.get(stack) ?? [], cross.get(stack), needs.get(stack)),
  )
}

function write({ stack, elements }: CollectedStack, index: AppIndex, links: Links): readonly Written[] {
  return elements.map((one) => {
    const circle = circleIn(one.element)
    if (circle === undefined)
      return { collected: one, json: elementJson(one, linker(stack, one, index, links)) }
    links.problems.push(circularValue(stack, one, circle))
    return { collected: one, json: {} }
  })
}

/** Template metadata comes from the settings, and is no element. */
function metadataProblems(stack: Stack): readonly Problem[] {
  const problems: Problem[] = []
  const { metadata = {} } = stack.settings
  const anchor = { id: 'Metadata', source: stack.source }
  const place = { section: 'Resources', id: 'Metadata', element: metadata, anchor, path: [] } as const
  const circle = circleIn(metadata)
  if (circle !== undefined) return [circularValue(stack, place, circle)]
  toJson(
    metadata,
    (found) => {
      if (found.kind === 'Unprintable') problems.push(unprintableValue(stack, place, found))
    },
    ['Metadata', ''],
  )
  return problems
}

function circularValue(stack: Stack, { id, anchor }: Collected, path: readonly string[]): Problem {
  return {
    code: 'E_VALUE',
    stack: stack.name,
    id,
    message: `"${id}" has an object at ${path.join('.')} that holds itself, which no template can hold`,
    hint: 'Refer to resources with `.ref` and `.att.NAME`',
    sources: known(anchor.source()),
  }
}

function edgesOf({ elements }: CollectedStack, edges: ReadonlyMap<object, readonly Edge[]>): readonly Edge[] {
  return elements.flatMap((one) => edges.get(one) ?? [])
}

function composed(
  stack: Stack,
  written: readonly Written[],
  { outputs, exports }: CrossOutputs = { outputs: {}, exports: {} },
  needs: Iterable<Stack> = [],
): ComposedStack {
  const template = templateOf(stack.settings, written, outputs)
  const lines = written.map(({ collected }) => [collected.id, collected.anchor.source()] as const)
  return {
    stack,
    template,
    text: printTemplate(template),
    sources: new Map(lines.flatMap(([id, line]) => (line === undefined ? [] : [[id, line] as const]))),
    dependsOn: [...needs].map((one) => one.name),
    exports,
  }
}

function emptyStack(stack: Stack): Problem {
  return {
    code: 'E_EMPTY_STACK',
    stack: stack.name,
    message: 'the stack has no resource; CloudFormation wants at least one',
    hint: 'Give it what a fragment function returns',
    sources: known(stack.source()),
  }
}

/** The same fault met at several places of one element is said once. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((one) => [`${one.stack} ${one.code} ${one.message}`, one])).values()]
}

function defaultPlace({ file, line }: SourceLine): string {
  return `${file}:${line}`
}
