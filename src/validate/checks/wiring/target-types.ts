import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { alternateTargetGroupPlaces, servicesOf, targetGroupPlaces } from '../../wiring/ecs-service.ts'
import { textIn } from '../../wiring/literal.ts'
import { networkModesOf, type NetworkMode } from '../../wiring/network-mode.ts'
import { placeOf, read, readItems, writtenAt, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const source =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html#load-balancer-type-alb-considerations'

export const targetTypes: Check = {
  rules: [
    {
      code: 'CFS0301',
      level: 'error',
      title: 'Tasks with a network interface of their own are targets by address',
      help:
        'Tasks in awsvpc mode, and with it all on Fargate, register by address. A target group of another type (instance is what ' +
        'it is when TargetType is left out) makes ECS refuse the service. Set TargetType: ip on the target group.',
      source,
    },
    {
      code: 'CFS0302',
      level: 'error',
      title: 'Tasks on the network of their host are targets by instance',
      help:
        'Tasks in bridge or host mode register their instance and its port. ECS refuses a service that sends them traffic through ' +
        'a target group of type ip. Set TargetType: instance, or NetworkMode: awsvpc in the task definition.',
      source,
    },
    {
      code: 'CFS0303',
      level: 'error',
      title: 'An auto-scaling group registers instances',
      help:
        'An auto-scaling group is refused when one of its TargetGroupARNs is a target group of another type than instance. Set ' +
        'TargetType: instance; tasks of ECS are registered by their service, not by the group.',
      source:
        'https://docs.aws.amazon.com/autoscaling/ec2/userguide/getting-started-elastic-load-balancing.html',
    },
  ],
  run(template, report) {
    judgeEach(servicesOf(template), template, (service) => {
      const modes = networkModesOf(service, template)
      const places = [...targetGroupPlaces(service), ...alternateTargetGroupPlaces(service)]
      for (const place of modes.length === 0 ? [] : places) {
        for (const { group, type } of typesOf(place, template)) {
          template.effort.spend(modes.length)
          const mode = modes.find((one) => clash(one, type) && canHappen(template, [place, type, one]))
          if (mode !== undefined) report(taskProblem(service, group, type, mode))
        }
      }
    })
    judgeEach(resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup'), template, (scaling) => {
      for (const place of readItems(placeOf(scaling), 'Properties', 'TargetGroupARNs')) {
        for (const { group, type } of typesOf(place, template)) {
          if (typeText(type) === 'instance' || !canHappen(template, [place, type])) continue
          report({
            code: 'CFS0303',
            path: writtenAt(type),
            message: `Auto-scaling group "${scaling.id}" registers instances, target group "${group.id}" takes targets of type ${typeText(type)}`,
            hint: `Set TargetType: instance on "${group.id}"`,
          })
        }
      }
    })
  },
}

/** The types of targets that a target group of the template takes, where they are written out. */
function typesOf(place: Place, template: TemplateView): readonly { group: ResourceView; type: Place }[] {
  const group = targetOf(place, template)?.resource
  if (group?.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') return []
  const types = read(placeOf(group), 'Properties', 'TargetType')
  return types.filter((type) => typeText(type) !== undefined).map((type) => ({ group, type }))
}

function typeText({ value }: Place): string | undefined {
  return value === undefined ? 'instance' : textIn(value)
}

function clash({ mode }: NetworkMode, type: Place): boolean {
  if (mode === 'awsvpc') return typeText(type) !== 'ip'
  return (mode === 'bridge' || mode === 'host') && typeText(type) !== 'instance'
}

function taskProblem(service: ResourceView, group: ResourceView, type: Place, found: NetworkMode): Problem {
  const byAddress = found.mode === 'awsvpc'
  const wanted = byAddress ? 'ip' : 'instance'
  const whose = found.task === undefined ? '' : ` of task definition "${found.task.id}"`
  return {
    code: byAddress ? 'CFS0301' : 'CFS0302',
    path: writtenAt(type),
    message:
      `Service "${service.id}" runs its tasks in ${found.mode} mode${whose}, ` +
      `target group "${group.id}" takes targets of type ${typeText(type)}, expected ${wanted}`,
    hint: `Set TargetType: ${wanted} on "${group.id}"`,
  }
}
