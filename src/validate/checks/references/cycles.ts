import type { Check } from '../../check.ts'
import { namesIn } from '../../dependencies.ts'
import type { TemplateView } from '../../template-view.ts'

type Graph = ReadonlyMap<string, ReadonlySet<string>>

export const cycles: Check = {
  rules: [
    { code: 'E3004', level: 'error', title: 'No resource waits for itself, by references and DependsOn' },
  ],
  run(template, report) {
    const graph = graphOf(template)
    const done = new Set<string>()
    for (const start of graph.keys()) {
      const cycle = findCycle(start, graph, done)
      if (cycle === undefined) continue
      const first = cycle[0] as string
      report({
        path: ['Resources', first],
        message: `The resource depends on itself: ${[...cycle, first].join(' → ')}`,
      })
    }
  },
}

/** Each resource with those that must be there before it. */
function graphOf({ resources, uses }: TemplateView): Graph {
  const graph = new Map([...resources.keys()].map((id) => [id, new Set<string>()]))
  for (const use of uses) {
    if (use.path[0] !== 'Resources' || !/^(Properties|Fn::)/.test(String(use.path[2]))) continue
    const from = graph.get(String(use.path[1]))
    for (const name of namesIn(use)) if (graph.has(name)) from?.add(name)
  }
  for (const { id, json } of resources.values()) {
    for (const name of [json['DependsOn']].flat())
      if (typeof name === 'string' && graph.has(name) && name !== id) graph.get(id)?.add(name)
  }
  return graph
}

/** The first cycle met on a walk from here, without recursion; what was walked is remembered as done. */
function findCycle(start: string, graph: Graph, done: Set<string>): readonly string[] | undefined {
  const trail: { readonly id: string; readonly next: Iterator<string> }[] = []
  const onTrail = new Set<string>()
  const enter = (id: string): void => {
    done.add(id)
    onTrail.add(id)
    trail.push({ id, next: (graph.get(id) ?? new Set<string>()).values() })
  }
  if (done.has(start)) return undefined
  enter(start)
  let found: readonly string[] | undefined
  while (trail.length > 0) {
    const top = trail[trail.length - 1] as (typeof trail)[number]
    const step = top.next.next()
    if (step.done === true) onTrail.delete((trail.pop() as typeof top).id)
    else if (onTrail.has(step.value))
      found ??= trail.slice(trail.findIndex(({ id }) => id === step.value)).map(({ id }) => id)
    else if (!done.has(step.value)) enter(step.value)
  }
  return found
}
