import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { hasEndpoint } from '../../wiring/endpoints.ts'
import { subnetAt, vpcOf } from '../../wiring/gateways.ts'
import { textIn } from '../../wiring/literal.ts'
import { outboundIn, type Outbound } from '../../wiring/outbound.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { wayOutOf } from '../../wiring/way-out.ts'

const source = 'https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html'

/** Hosts, tasks and functions that need AWS's services, in subnets that they do not reach them from. */
export const waysOut: Check = {
  rules: [
    {
      code: 'CFS1302',
      level: 'warning',
      title: 'What needs a way out of its VPC has one',
      help:
        'The route table of the subnet leads nowhere outside the VPC, and there is no endpoint, so that hosts cannot register, signal or ' +
        'install, tasks cannot fetch images, and custom resources never answer: the deployment waits and rolls back. Add a route to a ' +
        'NAT gateway, or endpoints for the services that are used.',
      source,
    },
    {
      code: 'CFS1303',
      level: 'warning',
      title: 'What leaves its VPC through an internet gateway has a public address',
      help:
        'An internet gateway serves only what has a public address. Without one, what is in the subnet reaches nothing outside. Give it ' +
        'a public address ("AssignPublicIp": "ENABLED", "AssociatePublicIpAddress", "MapPublicIpOnLaunch"), or move it behind a NAT gateway.',
      source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
    },
  ],
  run(template, report) {
    for (const one of outboundIn(template)) judge(one, template, report)
  },
}

function judge(one: Outbound, template: TemplateView, report: (problem: Problem) => void): void {
  for (const place of one.subnets) {
    template.effort.spend(1)
    const subnet = subnetAt(place, template)
    const problem = subnet === undefined ? undefined : problemOf(one, subnet, place, template)
    // One is enough to tell; the others are of the same kind.
    if (problem !== undefined) return report(problem)
  }
}

function problemOf(
  one: Outbound,
  subnet: ResourceView,
  { path }: Place,
  template: TemplateView,
): Problem | undefined {
  const way = wayOutOf(subnet, template)
  const vpc = vpcOf(subnet, template)
  if (vpc === undefined || hasEndpoint(vpc, one.needsOnlyS3 ? 'any' : 'interface', template)) return undefined
  const needs = `needs a way out, because ${one.why}`
  if (way === 'none') {
    const message = `${one.shown} "${one.id}" ${needs}, and no route leads out of subnet "${subnet.id}"`
    return { path, message, hint: 'Route the subnet to a NAT gateway, or add VPC endpoints' }
  }
  const isBare = one.publicAddress === 'no' || (one.publicAddress === 'subnet' && !mayGiveAddresses(subnet))
  if (way !== 'gateway' || !isBare || hasIpv6(subnet)) return undefined
  return {
    code: 'CFS1303',
    path,
    message: `${one.shown} "${one.id}" ${needs}, and has no public address for the internet gateway of subnet "${subnet.id}"`,
    hint: 'Give it a public address, or move it to a subnet with a NAT gateway',
  }
}

function mayGiveAddresses(subnet: ResourceView): boolean {
  return read(placeOf(subnet), 'Properties', 'MapPublicIpOnLaunch').some(
    ({ value }) => value !== undefined && textIn(value)?.toLowerCase() !== 'false',
  )
}

function hasIpv6(subnet: ResourceView): boolean {
  return ['Ipv6CidrBlock', 'Ipv6IpamPoolId', 'AssignIpv6AddressOnCreation', 'Ipv6Native'].some((name) =>
    read(placeOf(subnet), 'Properties', name).some(({ value }) => value !== undefined),
  )
}
