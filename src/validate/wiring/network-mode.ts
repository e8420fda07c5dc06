import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { taskRunsOf } from './ecs-service.ts'
import { textIn } from './literal.ts'
import { placeOf, read, readItems } from './place.ts'
import { together, type When } from './when.ts'

/** How the tasks of a service are on the network: `awsvpc`, `bridge`, `host`, `none`. */
export interface NetworkMode {
  readonly mode: string
  /** The task definition that says so; undefined when it is elsewhere, and the service tells. */
  readonly task: ResourceView | undefined
  readonly when: When
}

/** The network modes that a service's tasks may have; none that is not certain. */
export const networkModesOf = oncePerResource(
  (service: ResourceView, template: TemplateView): readonly NetworkMode[] => {
    const runs = taskRunsOf(service, template)
    if (runs.length === 0) return modesByService(service)
    return runs.flatMap(({ task, when }) =>
      read(placeOf(task), 'Properties', 'NetworkMode').flatMap((place): readonly NetworkMode[] => {
        const mode = place.value === undefined ? defaultMode(service, task) : textIn(place.value)
        template.effort.spend(1)
        const here = together([when, place])
        return mode === undefined || here === undefined ? [] : [{ mode, task, when: here }]
      }),
    )
  },
)

/** `bridge`, unless it may be a task for Fargate or Windows. */
function defaultMode(service: ResourceView, task: ResourceView): string | undefined {
  const compatible = readItems(placeOf(task), 'Properties', 'RequiresCompatibilities')
  const family = read(placeOf(task), 'Properties', 'RuntimePlatform', 'OperatingSystemFamily')
  const isPlain =
    compatible.every(({ value }) => value === 'EC2') &&
    family.every(({ value }) => value === undefined || value === 'LINUX') &&
    read(placeOf(service), 'Properties', 'NetworkConfiguration').every(({ value }) => value === undefined)
  return isPlain && !mayBeFargate(service) ? 'bridge' : undefined
}

function mayBeFargate(service: ResourceView): boolean {
  const types = read(placeOf(service), 'Properties', 'LaunchType')
  return types.some(({ value }) => value !== undefined && value !== 'EC2' && value !== 'EXTERNAL')
}

/** Only tasks in `awsvpc` mode have a network configuration or run on Fargate. */
function modesByService(service: ResourceView): readonly NetworkMode[] {
  const launch = read(placeOf(service), 'Properties', 'LaunchType').filter(({ value }) => value === 'FARGATE')
  const networks = read(placeOf(service), 'Properties', 'NetworkConfiguration', 'AwsvpcConfiguration')
  const known = [...launch, ...networks.filter(({ value }) => typeof value === 'object')]
  return known.slice(0, 1).map(({ when }) => ({ mode: 'awsvpc', task: undefined, when }))
}
