import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import type { When } from './when.ts'

/** A service (or task set) with a task definition of the template that it may run. */
export interface TaskRun {
  readonly service: ResourceView
  readonly task: ResourceView
  readonly when: When
}

/** What runs tasks behind load balancers. */
export function servicesOf(template: TemplateView): readonly ResourceView[] {
  return resourcesOf(template, 'AWS::ECS::Service', 'AWS::ECS::TaskSet')
}

/** The task definitions of the template that a service may run; none when it is given one from elsewhere. */
export const taskRunsOf = oncePerResource(
  (service: ResourceView, template: TemplateView): readonly TaskRun[] => {
    return read(placeOf(service), 'Properties', 'TaskDefinition').flatMap((place): readonly TaskRun[] => {
      const target = targetOf(place, template)
      if (target?.resource.type !== 'AWS::ECS::TaskDefinition') return []
      return [{ service, task: target.resource, when: target.when }]
    })
  },
)

export const containersOf = oncePerResource((task: ResourceView): readonly Place[] =>
  readItems(placeOf(task), 'Properties', 'ContainerDefinitions'),
)

/** The target groups that a service gets traffic through. */
export function targetGroupPlaces(service: ResourceView): readonly Place[] {
  const balancers = readItems(placeOf(service), 'Properties', 'LoadBalancers')
  return balancers.flatMap((balancer) => read(balancer, 'TargetGroupArn'))
}

/** Those that its blue/green deployments move to. */
export function alternateTargetGroupPlaces(service: ResourceView): readonly Place[] {
  const balancers = readItems(placeOf(service), 'Properties', 'LoadBalancers')
  return balancers.flatMap((balancer) => read(balancer, 'AdvancedConfiguration', 'AlternateTargetGroupArn'))
}
