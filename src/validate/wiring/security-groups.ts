import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { combinations } from './combinations.ts'
import { numberIn, textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import type { When } from './when.ts'

/** Ports of TCP that a rule opens, and to whom. */
export interface PortRule {
  readonly from: number
  readonly to: number
  /** The security group of the template on the other side; undefined for addresses, and for what is not known. */
  readonly peer: string | undefined
  readonly when: When
}

interface GroupRules {
  readonly ingress: readonly PortRule[]
  /** Undefined when the group lets everything out, as it does unless it has rules of its own. */
  readonly egress: readonly PortRule[] | undefined
}

/** The rules of each security group of the template, those that are resources of their own included. */
export const securityGroups = oncePerTemplate(
  (template: TemplateView): ReadonlyMap<string, GroupRules> =>
    new Map(
      resourcesOf(template, 'AWS::EC2::SecurityGroup').map((group) => [group.id, rulesOf(group, template)]),
    ),
)

function rulesOf(group: ResourceView, template: TemplateView): GroupRules {
  const from = placeOf(group)
  const others = othersAdd(group, template) ? [anything(from.when)] : []
  const inline = readItems(from, 'Properties', 'SecurityGroupEgress')
  const without = withoutEgress(group)
  return {
    ingress: [
      ...readItems(from, 'Properties', 'SecurityGroupIngress').flatMap((rule) =>
        portRule(rule, 'Source', template),
      ),
      ...separate(group, 'AWS::EC2::SecurityGroupIngress', 'Source', template),
      ...others,
    ],
    egress:
      inline.length === 0
        ? undefined
        : [
            ...inline.flatMap((rule) => portRule(rule, 'Destination', template)),
            ...separate(group, 'AWS::EC2::SecurityGroupEgress', 'Destination', template),
            ...without.map(anything),
            ...others,
          ],
  }
}

/** The cases in which a group may have no rule for the way out, so that it lets everything out. */
function withoutEgress(group: ResourceView): readonly When[] {
  return read(placeOf(group), 'Properties', 'SecurityGroupEgress')
    .filter((list) => readItems(list).every(({ when }) => when.size > list.when.size))
    .map(({ when }) => when)
}

function anything(when: When): PortRule {
  return { from: 0, to: 65_535, peer: undefined, when }
}

function separate(
  group: ResourceView,
  type: string,
  side: Side,
  template: TemplateView,
): readonly PortRule[] {
  return referrersTo(group.id, template).flatMap(({ path }) => {
    const rule = path[0] === 'Resources' ? template.resources.get(String(path[1])) : undefined
    if (rule?.type !== type || path[3] !== 'GroupId') return []
    return portRule({ ...placeOf(rule), value: rule.json['Properties'] }, side, template)
  })
}

/** Whether another stack or a custom resource knows the group: it may add rules. */
function othersAdd(group: ResourceView, template: TemplateView): boolean {
  return referrersTo(group.id, template).some(
    ({ path }) =>
      path[0] === 'Outputs' ||
      /^(Custom::|AWS::CloudFormation::|AWS::SSM::Parameter$)/.test(
        template.resources.get(String(path[1]))?.type ?? '',
      ),
  )
}

type Side = 'Source' | 'Destination'

/** A rule as the ports it opens: none for another protocol, all where they are not known. */
function portRule(rule: Place, side: Side, template: TemplateView): readonly PortRule[] {
  const found = combinations(
    read(rule, 'IpProtocol'),
    read(rule, `${side}SecurityGroupId`),
    read(rule, 'FromPort'),
    read(rule, 'ToPort'),
  )
  if (found === undefined) template.effort.leaveUndecided(String(rule.path[1]))
  if (found === undefined || found.length === 0) return [anything(rule.when)]
  return found.flatMap(({ places: [protocol, peer, from, to], when }): readonly PortRule[] => {
    const name = textIn(protocol?.value)?.toLowerCase()
    if (name !== undefined && !['tcp', '6', '-1', 'all'].includes(name)) return []
    const target = peer && targetOf(peer, template)?.resource
    const id = target?.type === 'AWS::EC2::SecurityGroup' ? target.id : undefined
    const hasPorts = name === 'tcp' || name === '6'
    const lowest = hasPorts ? (numberIn(from?.value) ?? 0) : 0
    const highest = hasPorts ? (numberIn(to?.value) ?? 65_535) : 65_535
    return [{ from: lowest, to: highest < 0 ? 65_535 : highest, peer: id, when }]
  })
}
