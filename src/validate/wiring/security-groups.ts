import { oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { numberIn, textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import { both, type When } from './when.ts'

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
            ...others,
          ],
  }
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

/** A rule as the ports it opens: none for another protocol, all that are not known. */
function portRule(rule: Place, side: Side, template: TemplateView): readonly PortRule[] {
  return read(rule, 'IpProtocol').flatMap((protocol): readonly PortRule[] => {
    const name = textIn(protocol.value)?.toLowerCase()
    if (name !== undefined && !['tcp', '6', '-1', 'all'].includes(name)) return []
    const peers = read(rule, `${side}SecurityGroupId`).flatMap((place) => {
      const when = both(place.when, protocol.when)
      const target = targetOf(place, template)?.resource
      const peer = target?.type === 'AWS::EC2::SecurityGroup' ? target.id : undefined
      return when === undefined ? [] : [{ peer, when }]
    })
    const isAll = name !== 'tcp' && name !== '6'
    const ports = isAll ? [{ from: 0, to: 65_535, when: rule.when }] : portsOf(rule)
    return peers.flatMap(({ peer, when }) =>
      ports.flatMap((range) => {
        const together = both(when, range.when)
        return together === undefined ? [] : [{ ...range, peer, when: together }]
      }),
    )
  })
}

/** What is not known may be any port. */
function portsOf(rule: Place): readonly { from: number; to: number; when: When }[] {
  return read(rule, 'FromPort').flatMap((from) =>
    read(rule, 'ToPort').flatMap((to) => {
      const when = both(from.when, to.when)
      const lowest = numberIn(from.value) ?? 0
      const highest = numberIn(to.value) ?? 65_535
      return when === undefined ? [] : [{ from: lowest, to: highest < 0 ? 65_535 : highest, when }]
    }),
  )
}
