import type { Check, Problem } from '../../check.ts'
import { oncePerResource } from '../../once-per-template.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { textIn } from '../../wiring/literal.ts'
import { placeOf, read, readItems, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { targetOf, type Target } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'
import { isLocalZone, zonesOf } from '../../wiring/zone-of.ts'

const source =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#availability-zones'

/** Subnets that must lie apart, and surely do not. */
export const oneZone: Check = {
  rules: [
    {
      code: 'CFS0601',
      level: 'error',
      title: 'What needs two availability zones has subnets in more than one',
      help:
        'Application load balancers, database subnet groups and EKS clusters are refused when all their subnets lie in one ' +
        'availability zone. Give subnets of at least two zones.',
      source,
    },
    {
      code: 'CFS0602',
      level: 'error',
      title: 'A load balancer has one subnet in each availability zone',
      help:
        'A load balancer takes one subnet in each zone: a second subnet of the same zone is refused. Leave one of them out, or move ' +
        'it to another zone.',
      source,
    },
    {
      code: 'CFS0603',
      level: 'warning',
      title: 'Subnets that must lie in different availability zones name them',
      help:
        'When a subnet names no availability zone, AWS chooses one, and need not choose a different one for the next. Whether the ' +
        'load balancer or database can be created is then left to chance. Give each subnet an "AvailabilityZone", for example ' +
        '{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html',
    },
  ],
  run(template, report) {
    for (const group of groupsIn(template)) {
      const isDone = template.effort.within(most, () => judge(group, template, report))
      if (!isDone) template.effort.leaveUndecided(String(group.list.path[1]))
    }
  },
}

/** The most steps for one list of subnets. */
const most = 20_000

/** A list of subnets that belong together. */
interface Group {
  readonly shown: string
  readonly list: Place
  readonly subnets: readonly Place[]
  /** Whether it is refused when all its subnets lie in one zone. */
  readonly needsTwo: boolean
  /** Whether it is refused when two of its subnets lie in one zone. */
  readonly onePerZone: boolean
}

const groupTypes: { readonly [type: string]: { readonly name: string; readonly at: readonly string[] } } = {
  'AWS::DMS::ReplicationSubnetGroup': { name: 'Subnet group', at: ['SubnetIds'] },
  'AWS::DocDB::DBSubnetGroup': { name: 'Subnet group', at: ['SubnetIds'] },
  'AWS::EKS::Cluster': { name: 'Cluster', at: ['ResourcesVpcConfig', 'SubnetIds'] },
  'AWS::Neptune::DBSubnetGroup': { name: 'Subnet group', at: ['SubnetIds'] },
  'AWS::RDS::DBProxy': { name: 'Proxy', at: ['VpcSubnetIds'] },
  'AWS::RDS::DBSubnetGroup': { name: 'Subnet group', at: ['SubnetIds'] },
}

function groupsIn(template: TemplateView): readonly Group[] {
  const others = Object.entries(groupTypes).flatMap(([type, { name, at }]) =>
    resourcesOf(template, type).flatMap((resource) =>
      read(placeOf(resource), 'Properties', ...at).map((list): Group => {
        const shown = `${name} "${resource.id}"`
        return { shown, list, subnets: readItems(list), needsTwo: true, onePerZone: false }
      }),
    ),
  )
  return [...balancersIn(template), ...others]
}

function balancersIn(template: TemplateView): readonly Group[] {
  const classic = resourcesOf(template, 'AWS::ElasticLoadBalancing::LoadBalancer')
  const current = resourcesOf(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer')
  return [...classic, ...current].flatMap((balancer, index) => {
    const types = read(placeOf(balancer), 'Properties', 'Type').map(({ value }) => value ?? 'application')
    const isApplication = index >= classic.length && types.every((type) => type === 'application')
    const lists = ['Subnets', 'SubnetMappings'].flatMap((name) => read(placeOf(balancer), 'Properties', name))
    return lists.map((list): Group => {
      const items = readItems(list)
      const subnets = list.path.includes('SubnetMappings')
        ? items.flatMap((item) => read(item, 'SubnetId'))
        : items
      return {
        shown: `Load balancer "${balancer.id}"`,
        list,
        subnets,
        needsTwo: isApplication,
        onePerZone: true,
      }
    })
  })
}

function judge(group: Group, template: TemplateView, report: (problem: Problem) => void): void {
  const { subnets, list, shown } = group
  const members = subnets.map((place) => ({ place, target: subnetAt(place, template) }))
  template.effort.spend((members.length * (members.length - 1)) / 2)
  const pairs = members.flatMap((one, index) =>
    members.slice(index + 1).map((other) => [one, other] as const),
  )
  const zones = pairs.map(([one, other]) => zoneOfBoth(one.target, other.target, template))
  if (pairs.length > 0 && zones.every((zone) => zone !== undefined) && group.needsTwo) {
    const ids = [...new Set(members.map(({ target }) => `"${target?.resource.id}"`))]
    const message = `${shown} needs two availability zones, and its subnets (${ids.join(', ')}) all lie in ${zones[0]}`
    return report({ path: list.path, message, hint: 'Give subnets of at least two zones' })
  }
  for (const [index, [one, other]] of pairs.entries()) {
    if (zones[index] === undefined || !group.onePerZone) continue
    const [a, b] = [one.target?.resource.id, other.target?.resource.id]
    const what = a === b ? `has subnet "${a}" twice` : `has two subnets in ${zones[index]}: "${a}" and "${b}"`
    const hint = 'Leave one of them out: a load balancer has one subnet in each zone'
    report({ code: 'CFS0602', path: other.place.path, message: `${shown} ${what}`, hint })
  }
  if (group.needsTwo) judgeChance(group, template, report)
}

/** Every subnet is of the template, and AWS chooses the zone of each. */
function judgeChance(group: Group, template: TemplateView, report: (problem: Problem) => void): void {
  const targets = group.subnets.map((place) => subnetAt(place, template))
  const isLeft = (target: Target | undefined): boolean =>
    target !== undefined && zonesOf(target.resource, template).every((zone) => zone.isLeftToAws)
  const ids = [...new Set(targets.map((target) => target?.resource.id))]
  if (ids.length < 2 || !targets.every(isLeft)) return
  report({
    code: 'CFS0603',
    path: group.list.path,
    message: `${group.shown} needs two availability zones, and none of its subnets (${ids.map((id) => `"${id}"`).join(', ')}) names one: AWS may choose the same for all`,
    hint: 'Give the subnets an "AvailabilityZone"',
  })
}

function subnetAt(place: Place, template: TemplateView): Target | undefined {
  const target = targetOf(place, template)
  return target?.resource.type === 'AWS::EC2::Subnet' ? target : undefined
}

/** The zone that two subnets share in a case that can occur; local zones and outposts have rules of their own. */
function zoneOfBoth(
  one: Target | undefined,
  other: Target | undefined,
  template: TemplateView,
): string | undefined {
  if (one === undefined || other === undefined || isOnOutpost(one.resource) || isOnOutpost(other.resource))
    return undefined
  for (const a of zonesOf(one.resource, template)) {
    for (const b of zonesOf(other.resource, template)) {
      const isSame = one.resource.id === other.resource.id || (a.key !== undefined && a.key === b.key)
      if (!isSame || isLocalZone(a.shown)) continue
      if (canHappen(template, [one.when, other.when, a.when, b.when])) return a.shown
    }
  }
  return undefined
}

const isOnOutpost = oncePerResource((subnet: ResourceView): boolean =>
  read(placeOf(subnet), 'Properties', 'OutpostArn').some(
    ({ value }) => value !== undefined && textIn(value) !== '',
  ),
)
