import type { Check } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { gatewayAttachments } from '../../wiring/gateways.ts'
import { isWhole } from '../../wiring/is-whole.ts'
import { referrersTo } from '../../wiring/referrers.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'

export const unattachedGateways: Check = {
  rules: [
    {
      code: 'CFS0801',
      level: 'error',
      title: 'An internet gateway is attached to a VPC',
      help:
        'An internet gateway that no AWS::EC2::VPCGatewayAttachment joins to a VPC lets nothing through, and EC2 refuses a route to ' +
        'it, because gateway and route table belong to different networks. Add the attachment.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpcgatewayattachment.html',
    },
  ],
  run(template, report) {
    if (!isWhole(template)) return
    const attached = new Set(gatewayAttachments(template).flatMap(({ gateways }) => gateways))
    for (const gateway of resourcesOf(template, 'AWS::EC2::InternetGateway')) {
      if (attached.has(gateway.id) || mayBeAttachedElsewhere(gateway, template)) continue
      const route = routeTo(gateway, template)
      report({
        level: route === undefined ? 'warning' : 'error',
        path: ['Resources', gateway.id],
        message: `Nothing attaches internet gateway "${gateway.id}" to a VPC${route === undefined ? '' : `, and route "${route}" leads to it`}`,
        hint: 'Add an AWS::EC2::VPCGatewayAttachment',
      })
    }
  },
}

/** Nested stacks, custom resources and other stacks may do so, when they are given the gateway. */
function mayBeAttachedElsewhere({ id }: ResourceView, template: TemplateView): boolean {
  return referrersTo(id, template).some(({ path }) => typeAt(path, template) !== 'AWS::EC2::Route')
}

function routeTo({ id }: ResourceView, template: TemplateView): string | undefined {
  const use = referrersTo(id, template).find(({ path }) => typeAt(path, template) === 'AWS::EC2::Route')
  return use && String(use.path[1])
}

function typeAt(path: readonly (string | number)[], { resources }: TemplateView): string | undefined {
  return path[0] === 'Resources' ? resources.get(String(path[1]))?.type : undefined
}
