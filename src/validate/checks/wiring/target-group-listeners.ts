import type { Check, Problem } from '../../check.ts'
import { dependencyGraph, madeBefore } from '../../dependency-graph.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { attachmentsOf, type Attachment } from '../../wiring/attachments.ts'
import { servicesOf, targetGroupPlaces } from '../../wiring/ecs-service.ts'
import { isWhole } from '../../wiring/is-whole.ts'
import { targetOf, type Target } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const targetGroupListeners: Check = {
  rules: [
    {
      code: 'CFS0401',
      level: 'error',
      title: 'The target group of a service is joined to a load balancer',
      help:
        'ECS refuses a service while its target group "does not have an associated load balancer". Let a listener or a listener rule ' +
        'forward to the target group. It is a warning when an output gives the target group to other stacks: one of them may join it, ' +
        'but not before this stack is made.',
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/create-service-error.html',
    },
    {
      code: 'CFS0501',
      level: 'warning',
      title: 'A service waits for the listener that joins its target group to a load balancer',
      help:
        'CloudFormation makes what does not depend on each other at the same time. A service that is made before the listener or rule ' +
        'of its target group fails with "does not have an associated load balancer". Add the listener or rule to DependsOn of the service.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
    },
  ],
  run(template, report) {
    if (!isWhole(template)) return
    judgeEach(servicesOf(template), template, (service) => {
      for (const place of targetGroupPlaces(service)) {
        const group = targetOf(place, template)
        if (group?.resource.type !== 'AWS::ElasticLoadBalancingV2::TargetGroup') continue
        const { attachments, byOthers, exported } = attachmentsOf(group.resource.id, template)
        if (byOthers) continue
        if (canHappen(template, [group], attachments)) {
          report({
            path: place.path,
            message: `Service "${service.id}" gets traffic through target group "${group.resource.id}", which no listener and no rule forwards to${inCase(group.when)}`,
            hint: `Let a listener or listener rule forward to "${group.resource.id}"`,
            ...(exported && { level: 'warning' }),
          })
          continue
        }
        const late = lateListeners(service, group, template)
        if (late.length > 0) report(raceProblem(service, group.resource, late, template))
      }
    })
  },
}

/** The listeners and rules of a target group that the service does not wait for, in cases in which it waits for no other. */
function lateListeners(service: ResourceView, group: Target, template: TemplateView): readonly Attachment[] {
  const { attachments } = attachmentsOf(group.resource.id, template)
  template.effort.spend(attachments.length)
  const near = dependencyGraph(template).get(service.id)
  if (attachments.some(({ id, when }) => when.size === 0 && near?.has(id) === true)) return []
  const before = madeBefore(service.id, template)
  const waited = attachments.filter(({ id }) => before.has(id))
  return attachments.filter((one) => !before.has(one.id) && canHappen(template, [group, one], waited))
}

function raceProblem(
  service: ResourceView,
  group: ResourceView,
  late: readonly Attachment[],
  template: TemplateView,
): Problem {
  const first = late.find(({ when }) => when.size === 0) ?? (late[0] as Attachment)
  const ids = listed(late.map(({ id }) => id))
  const isConditional = template.resources.get(first.id)?.json['Condition'] !== undefined
  return {
    code: 'CFS0501',
    path: ['Resources', service.id],
    message: `Service "${service.id}" may be made before ${ids}, which joins its target group "${group.id}" to a load balancer${inCase(first.when)}`,
    hint: isConditional
      ? `Refer to "${first.id}" from the service where it exists, in a tag for example, with Fn::If`
      : `Add "${first.id}" to DependsOn of "${service.id}"`,
  }
}
