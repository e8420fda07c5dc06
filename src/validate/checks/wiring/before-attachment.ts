import type { Check } from '../../check.ts'
import { madeBefore } from '../../dependency-graph.ts'
import type { TemplateView } from '../../template-view.ts'
import { gatewayAttachments, type GatewayAttachment } from '../../wiring/gateways.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { reachesInternet } from '../../wiring/reaches-internet.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf } from '../../wiring/target.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html#gatewayattachment'

/** What EC2 refuses in a VPC whose gateway is not attached yet, and that nothing makes wait for the attachment. */
export const beforeAttachment: Check = {
  rules: [
    {
      code: 'CFS0802',
      level: 'warning',
      title: 'A route to a gateway waits until the gateway is attached',
      help:
        'EC2 refuses a route to a gateway that is not attached to the VPC yet. A reference to the gateway does not make the route wait ' +
        'for the attachment, so that it is left to chance which comes first. Add "DependsOn" with the attachment to the route.',
      source,
    },
    {
      code: 'CFS0803',
      level: 'warning',
      title: 'What has a public address waits until the internet gateway is attached',
      help:
        'Public NAT gateways, load balancers that face the internet, associated elastic IP addresses, instances with a public address ' +
        'and publicly accessible databases need the internet gateway of their VPC. Nothing in them names the attachment, so that ' +
        'CloudFormation may make them first, and fail. Add "DependsOn" with the attachment, or with a route that waits for it.',
      source,
    },
  ],
  run(template, report) {
    const attachments = gatewayAttachments(template)
    if (attachments.length === 0) return
    judgeEach(resourcesOf(template, 'AWS::EC2::Route'), template, (route) => {
      for (const gateway of read(placeOf(route), 'Properties', 'GatewayId')) {
        const id = targetOf(gateway, template)?.resource.id
        template.effort.spend(attachments.length)
        const own = attachments.filter(({ gateways }) => id !== undefined && gateways.includes(id))
        const problem = orderOf(route.id, own, template)
        if (problem === undefined) continue
        const attached = `the attachment of "${id}" ("${problem.attachment}")`
        report({
          ...(problem.isReversed && { level: 'error' as const }),
          path: gateway.path,
          message: problem.isReversed
            ? `Route "${route.id}" is made before ${attached}, which waits for it`
            : `Route "${route.id}" does not wait for ${attached}`,
          hint: problem.hint,
        })
      }
    })
    for (const { id, path, vpc, shown } of reachesInternet(template)) {
      template.effort.spend(attachments.length)
      const own = attachments.filter(({ vpcs, isInternet }) => isInternet && vpcs.includes(vpc))
      const problem = orderOf(id, own, template)
      if (problem === undefined) continue
      const message = `${shown} "${id}" does not wait for the internet gateway of its VPC "${vpc}" ("${problem.attachment}")`
      report({ code: 'CFS0803', path, message, hint: problem.hint })
    }
  },
}

interface Order {
  readonly attachment: string
  /** Whether the attachment even waits for it. */
  readonly isReversed: boolean
  readonly hint: string
}

/** Undefined when a path of dependencies leads to one of the attachments, or when there is none. */
function orderOf(id: string, own: readonly GatewayAttachment[], template: TemplateView): Order | undefined {
  const [first] = own
  if (first === undefined) return undefined
  const before = madeBefore(id, template)
  if (own.some((attachment) => before.has(attachment.id))) return undefined
  const isReversed = own.every((attachment) => madeBefore(attachment.id, template).has(id))
  const hint = isReversed
    ? `Take the dependency out of "${first.id}"`
    : `Add "DependsOn": "${first.id}" to "${id}"`
  return { attachment: first.id, isReversed, hint }
}
