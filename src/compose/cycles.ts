/** The first cycle found from each start, as the nodes on it, its first one repeated at the end. */
export function findCycles<Node>(
  nodes: Iterable<Node>,
  next: (node: Node) => Iterable<Node>,
): readonly (readonly Node[])[] {
  const done = new Set<Node>()
  const cycles: Node[][] = []
  for (const start of nodes) {
    const path: Node[] = []
    const onPath = new Set<Node>()
    const stack: Iterator<Node>[] = []
    const enter = (node: Node): void => {
      path.push(node)
      onPath.add(node)
      stack.push(next(node)[Symbol.iterator]())
    }
    if (done.has(start)) continue
    enter(start)
    while (stack.length > 0) {
      const step = (stack.at(-1) as Iterator<Node>).next()
      if (step.done === true) {
        const left = path.pop() as Node
        onPath.delete(left)
        done.add(left)
        stack.pop()
      } else if (onPath.has(step.value)) {
        cycles.push([...path.slice(path.indexOf(step.value)), step.value])
      } else if (!done.has(step.value)) {
        enter(step.value)
      }
    }
  }
  return cycles
}

/** The nodes with everything before what needs it, otherwise in the given order. Cycles are cut. */
export function inOrder<Node>(
  nodes: readonly Node[],
  needs: (node: Node) => Iterable<Node>,
): readonly Node[] {
  const ordered = new Set<Node>()
  const visiting = new Set<Node>()
  const visit = (node: Node): void => {
    if (ordered.has(node) || visiting.has(node)) return
    visiting.add(node)
    for (const needed of needs(node)) visit(needed)
    ordered.add(node)
  }
  for (const node of nodes) visit(node)
  return [...ordered]
}
