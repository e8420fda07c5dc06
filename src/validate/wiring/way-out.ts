import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { vpcOf } from './gateways.ts'
import { isWhole } from './is-whole.ts'
import { placeOf, read } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'

/**
 * How hosts of a subnet reach what is outside its VPC: not at all, by an internet gateway only (which takes a public address), by something
 * else, or in a way that is not known from this template.
 */
export type WayOut = 'none' | 'gateway' | 'other' | 'unknown'

const ways = oncePerTemplate((_: TemplateView) => new Map<string, WayOut>())

/** The way out of a subnet of the template, through any route table that it may have. */
export function wayOutOf(subnet: ResourceView, template: TemplateView): WayOut {
  if (!isWhole(template)) return 'unknown'
  const known = ways(template).get(subnet.id) ?? findWay(subnet, template)
  ways(template).set(subnet.id, known)
  return known
}

/** The associations of each subnet of the template, by its id. */
const associations = oncePerTemplate(
  (template: TemplateView): ReadonlyMap<string, readonly ResourceView[]> => {
    const found = new Map<string, ResourceView[]>()
    for (const one of resourcesOf(template, 'AWS::EC2::SubnetRouteTableAssociation')) {
      for (const place of read(placeOf(one), 'Properties', 'SubnetId')) {
        const id = targetOf(place, template)?.resource.id
        const known = id === undefined ? undefined : found.get(id)
        if (known !== undefined) known.push(one)
        else if (id !== undefined) found.set(id, [one])
      }
    }
    return found
  },
)

function findWay(subnet: ResourceView, template: TemplateView): WayOut {
  if (vpcOf(subnet, template) === undefined) return 'unknown'
  const own = associations(template).get(subnet.id) ?? []
  // Without one of its own, a subnet has the main route table, which leads nowhere unless somebody else adds to it.
  if (own.length === 0) return isGivenAway(subnet.id, template) ? 'unknown' : 'none'
  const tables = own
    .flatMap((one) => read(placeOf(one), 'Properties', 'RouteTableId'))
    .map((place) => targetOf(place, template)?.resource)
  return widest(tables.map((table) => (table === undefined ? 'unknown' : wayBy(table, template))))
}

const wayBy = oncePerResource((table: ResourceView, template: TemplateView): WayOut => {
  const users = referrersTo(table.id, template).map(({ path }) =>
    path[0] === 'Resources' ? template.resources.get(String(path[1])) : undefined,
  )
  if (users.some((user) => user === undefined || !ofTables.has(user.type))) return 'unknown'
  const routes = new Set(users.filter((user) => user?.type !== 'AWS::EC2::SubnetRouteTableAssociation'))
  return widest([...routes].map((route) => (route === undefined ? 'unknown' : wayOfRoute(route, template))))
})

/** What may name a route table and is understood here. */
const ofTables: ReadonlySet<string> = new Set([
  'AWS::EC2::Route',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::VPCEndpoint',
  'AWS::EC2::VPNGatewayRoutePropagation',
])

function wayOfRoute(route: ResourceView, template: TemplateView): WayOut {
  if (route.type === 'AWS::EC2::VPCEndpoint') return 'none'
  if (route.type !== 'AWS::EC2::Route') return 'other'
  const gateways = read(placeOf(route), 'Properties', 'GatewayId')
  return widest(
    gateways.map((place) => {
      if (place.value === undefined) return 'other'
      const type = targetOf(place, template)?.resource.type
      return type === undefined ? 'unknown' : type === 'AWS::EC2::InternetGateway' ? 'gateway' : 'other'
    }),
  )
}

const order: readonly WayOut[] = ['none', 'gateway', 'other', 'unknown']

function widest(all: readonly WayOut[]): WayOut {
  return order.findLast((one) => all.includes(one)) ?? 'none'
}

/** Whether other stacks, nested stacks or custom resources are given the subnet, and may give it a route table. */
function isGivenAway(id: string, template: TemplateView): boolean {
  return referrersTo(id, template).some(({ path }) => {
    const type = path[0] === 'Resources' ? template.resources.get(String(path[1]))?.type : undefined
    return type === undefined || /^(AWS::CloudFormation::|Custom::)/.test(type)
  })
}
