import type { Check } from '../../check.ts'
import { dependencyGraph } from '../../dependency-graph.ts'
import { shortestCycle } from '../../graph/cycles.ts'

export const cycles: Check = {
  rules: [
    {
      code: 'E3004',
      level: 'error',
      title: 'No resource waits for itself, by references and DependsOn',
      help: 'CloudFormation makes a resource after those that it refers to, and refuses a template in which that goes round in a circle. Cut the circle where it is weakest: give one of the resources a name of its own and use that, or move a rule or a policy into a resource between the two.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
    },
  ],
  run(template, report) {
    const graph = dependencyGraph(template)
    for (const id of graph.keys()) {
      const cycle = shortestCycle(id, graph)
      if (cycle === undefined) continue
      const shown = cycle.length > 12 ? [...cycle.slice(0, 11), '…'] : cycle
      report({
        path: ['Resources', id],
        message: `The resource depends on itself: ${[...shown, id].join(' → ')}`,
      })
    }
  },
}
