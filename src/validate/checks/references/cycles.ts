import type { Check } from '../../check.ts'
import { dependencyGraph, type DependencyGraph } from '../../dependency-graph.ts'

export const cycles: Check = {
  rules: [
    { code: 'E3004', level: 'error', title: 'No resource waits for itself, by references and DependsOn' },
  ],
  run(template, report) {
    const graph = dependencyGraph(template)
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

/** The first cycle met on a walk from here, without recursion; what was walked is remembered as done. */
function findCycle(start: string, graph: DependencyGraph, done: Set<string>): readonly string[] | undefined {
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
