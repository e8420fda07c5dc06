import type { Check, Problem } from '../../check.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { oncePerResource } from '../../once-per-template.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { containersOf, servicesOf, taskRunsOf, type TaskRun } from '../../wiring/ecs-service.ts'
import { compare, textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const containerNames: Check = {
  rules: [
    {
      code: 'CFS0101',
      level: 'error',
      title: 'A service sends traffic to a container that its task definition has',
      help:
        'ECS refuses a service whose LoadBalancers or ServiceRegistries name a container that is not in the task definition, ' +
        'minutes into the deployment. Use the Name of one of the ContainerDefinitions.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html',
    },
  ],
  run(template, report) {
    judgeEach(servicesOf(template), template, (service) => {
      const runs = taskRunsOf(service, template)
      if (runs.length === 0) return
      const names = ['LoadBalancers', 'ServiceRegistries']
        .flatMap((list) => readItems(placeOf(service), 'Properties', list))
        .flatMap((item) => read(item, 'ContainerName'))
      for (const name of names) {
        for (const run of runs) {
          const problem = problemWith(name, run, template)
          if (problem !== undefined) report(problem)
        }
      }
    })
  },
}

const namesOf = oncePerResource((task: ResourceView) =>
  containersOf(task).flatMap((container) => read(container, 'Name')),
)

function problemWith(name: Place, run: TaskRun, template: TemplateView): Problem | undefined {
  const text = textIn(name.value)
  if (text === undefined) return undefined
  const names = namesOf(run.task)
  template.effort.spend(names.length)
  const fitting = names.filter(({ value }) => compare(value, text) !== 'different')
  if (!canHappen(template, [name, run], fitting)) return undefined
  // To find a name that is like another takes as long as many other things.
  template.effort.spend(100)
  const known = names.map(({ value }) => value)
  return {
    path: name.path,
    message:
      `Service "${run.service.id}" sends traffic to container "${text}", ` +
      `task definition "${run.task.id}" has ${names.length === 0 ? 'none' : listed(known)}${inCase(name.when)}`,
    hint:
      suggestion(
        text,
        known.flatMap((one) => textIn(one) ?? []),
      ) ?? `Name a container of "${run.task.id}", or add one`,
  }
}
