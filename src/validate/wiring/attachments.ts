import { oncePerTemplate } from '../once-per-template.ts'
import type { TemplateView } from '../template-view.ts'
import { elsewhere, placeOf, readItems } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { whenAt } from './when-at.ts'
import type { When } from './when.ts'

/** A listener or rule that sends traffic to a target group. */
export interface Attachment {
  readonly id: string
  readonly when: When
}

/** What joins a target group of the template to load balancers. */
export interface Attachments {
  readonly attachments: readonly Attachment[]
  /** Whether a nested stack or custom resource is given it: these may join it, too. */
  readonly byOthers: boolean
  /** Whether an output gives it to other stacks. */
  readonly exported: boolean
}

/** What may name a target group and never joins it to a load balancer. */
const bystanders =
  /^AWS::(ECS|AutoScaling|ApplicationAutoScaling|CloudWatch|CodeDeploy|SSM|IAM|Logs|WAFv2|ElasticLoadBalancingV2::TargetGroup)/

const allAttachments = oncePerTemplate((template: TemplateView): ReadonlyMap<string, Attachments> => {
  const groups = resourcesOf(template, 'AWS::ElasticLoadBalancingV2::TargetGroup')
  return new Map(groups.map(({ id }) => [id, findAttachments(id, template)]))
})

/** How a target group of the template gets its traffic. */
export function attachmentsOf(group: string, template: TemplateView): Attachments {
  return allAttachments(template).get(group) ?? { attachments: [], byOthers: true, exported: false }
}

/** Whether a listener or rule gets what it does from elsewhere: it may forward to anything. */
const hasUnknownActions = oncePerTemplate((template: TemplateView) =>
  ['Listener', 'ListenerRule'].some((kind) =>
    resourcesOf(template, `AWS::ElasticLoadBalancingV2::${kind}`).some((one) => {
      const property = kind === 'Listener' ? 'DefaultActions' : 'Actions'
      return readItems(placeOf(one), 'Properties', property).some(({ value }) => value === elsewhere)
    }),
  ),
)

function findAttachments(group: string, template: TemplateView): Attachments {
  const attachments: Attachment[] = []
  let byOthers = hasUnknownActions(template)
  let exported = false
  for (const { path } of referrersTo(group, template)) {
    const id = String(path[1])
    const type = path[0] === 'Resources' ? template.resources.get(id)?.type : undefined
    if (type === undefined) exported = true
    else if (/^AWS::ElasticLoadBalancingV2::Listener(Rule)?$/.test(type))
      attachments.push({ id, when: whenAt(path, template) })
    else if (!bystanders.test(type)) byOthers = true
  }
  return { attachments, byOthers, exported }
}
