import type { ResourceView, TemplateView } from '../template-view.ts'
import type { Place } from './place.ts'
import { securityGroups, type PortRule } from './security-groups.ts'
import { targetOf, type Target } from './target.ts'
import { both, canHappen, type Cased } from './when.ts'

/** One end of a path: the security groups on it. */
export interface End {
  readonly groups: readonly Target[]
  /** Whether these are all. */
  readonly isKnown: boolean
}

/** TCP ports; a single one has both the same. */
export interface Ports {
  readonly from: number
  readonly to: number
}

/** The end that a list of security groups makes. */
export function endOf(places: readonly Place[], template: TemplateView): End {
  const groups = places.flatMap((place) => {
    const target = targetOf(place, template)
    return target?.resource.type === 'AWS::EC2::SecurityGroup' ? [target] : []
  })
  return { groups, isKnown: groups.length === places.length }
}

/**
 * The security group that keeps traffic from coming in at the end of a path, when all of them do; undefined when it may pass. An end
 * without any security group of its own (`groups: []`) reaches what is open to addresses.
 */
export function blockedAtEntry(
  from: End,
  to: End,
  ports: Ports,
  { when, template }: { readonly when: readonly Cased[]; readonly template: TemplateView },
): ResourceView | undefined {
  const [first] = to.groups
  if (first === undefined || !to.isKnown) return undefined
  const rules = fittingRules(to, ports, template, ({ ingress }) => ingress).filter(
    ({ peer }) => peer === undefined || !from.isKnown || has(from, peer),
  )
  return canHappen(template, [...when, first], rules) ? first.resource : undefined
}

/** The same for the way out: security groups that have rules for it, and none that lets the traffic pass. */
export function blockedAtExit(
  from: End,
  to: End,
  ports: Ports,
  { when, template }: { readonly when: readonly Cased[]; readonly template: TemplateView },
): ResourceView | undefined {
  const [first] = from.groups
  const known = securityGroups(template)
  const limits = from.groups.every(({ resource }) => known.get(resource.id)?.egress !== undefined)
  if (first === undefined || !from.isKnown || !limits) return undefined
  const rules = fittingRules(from, ports, template, ({ egress }) => egress ?? []).filter(
    ({ peer }) => peer === undefined || !to.isKnown || has(to, peer),
  )
  return canHappen(template, [...when, first], rules) ? first.resource : undefined
}

function has({ groups }: End, id: string): boolean {
  return groups.some(({ resource }) => resource.id === id)
}

type Rules = NonNullable<ReturnType<ReturnType<typeof securityGroups>['get']>>

function fittingRules(
  end: End,
  ports: Ports,
  template: TemplateView,
  pick: (rules: Rules) => readonly PortRule[],
): readonly PortRule[] {
  const known = securityGroups(template)
  return end.groups.flatMap(({ resource, when }) => {
    const rules = known.get(resource.id)
    const picked = rules === undefined ? [] : pick(rules)
    // Rules that do not fit cost next to nothing.
    template.effort.spend(1 + picked.length / 8)
    return picked.flatMap((rule) => {
      const together = both(when, rule.when)
      const isOpen = rule.from <= ports.to && rule.to >= ports.from
      return isOpen && together !== undefined ? [{ ...rule, when: together }] : []
    })
  })
}
