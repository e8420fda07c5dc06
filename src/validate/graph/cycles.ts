/** Who leads to whom. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

const groups = new WeakMap<Graph, ReadonlyMap<string, number>>()

/** The shortest way from a node back to itself, beginning with it; undefined when there is none. */
export function shortestCycle(start: string, graph: Graph): readonly string[] | undefined {
  const group = groupsOf(graph)
  const own = group.get(start)
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const id of queue) {
    for (const next of graph.get(id) ?? []) {
      if (next === start) return trail(id, cameFrom)
      if (group.get(next) !== own || cameFrom.has(next)) continue
      cameFrom.set(next, id)
      queue.push(next)
    }
  }
  return undefined
}

function trail(last: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [last]
  for (let at = cameFrom.get(last); at !== undefined; at = cameFrom.get(at)) way.unshift(at)
  return way
}

/** The strongly connected part that each node is in: a circle never leaves it. */
function groupsOf(graph: Graph): ReadonlyMap<string, number> {
  const known = groups.get(graph)
  if (known !== undefined) return known
  const found = connectedParts(graph)
  groups.set(graph, found)
  return found
}

interface Visit {
  readonly id: string
  readonly next: Iterator<string>
}

/** Tarjan's algorithm, without recursion. */
function connectedParts(graph: Graph): ReadonlyMap<string, number> {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const part = new Map<string, number>()
  const open: string[] = []
  for (const start of graph.keys()) {
    if (order.has(start)) continue
    const visits: Visit[] = []
    enter(start)
    while (visits.length > 0) {
      const { id, next } = visits[visits.length - 1] as Visit
      const step = next.next()
      if (step.done === true) leave(id, visits)
      else if (!order.has(step.value)) enter(step.value)
      else if (!part.has(step.value)) lower(id, order.get(step.value) as number)
    }
    function enter(id: string): void {
      order.set(id, order.size)
      low.set(id, order.get(id) as number)
      open.push(id)
      visits.push({ id, next: (graph.get(id) ?? new Set<string>()).values() })
    }
  }
  return part

  function lower(id: string, to: number): void {
    low.set(id, Math.min(low.get(id) as number, to))
  }

  function leave(id: string, visits: Visit[]): void {
    visits.pop()
    const parent = visits[visits.length - 1]
    if (parent !== undefined) lower(parent.id, low.get(id) as number)
    if (low.get(id) !== order.get(id)) return
    const number = part.size
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      part.set(member, number)
      if (member === id) return
    }
  }
}
