import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { matchesAction } from './action-patterns.ts'
import { equalityKey, textIn } from './literal.ts'
import { actionsOfManaged } from './managed-policies.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { referrersTo } from './referrers.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import { textParts, withMarks } from './text-parts.ts'
import type { When } from './when.ts'

/** Something that a role may do; `*` where a policy is not known. */
export interface Grant {
  readonly action: string
  readonly when: When
}

/** What lets a role do an action: all that may, whatever the resources; denials are not looked at. */
export function grantsFor(role: ResourceView, action: string, template: TemplateView): readonly Grant[] {
  const grants = grantsOf(role, template)
  template.effort.spend(grants.length)
  return grants.filter((grant) => matchesAction(grant.action, action))
}

const grantsOf = oncePerResource((role: ResourceView, template: TemplateView): readonly Grant[] => {
  const from = placeOf(role)
  const documents = [
    ...readItems(from, 'Properties', 'Policies').flatMap((policy) => read(policy, 'PolicyDocument')),
    ...attachedTo(role, template).flatMap((policy) => read(placeOf(policy), 'Properties', 'PolicyDocument')),
  ]
  const managed = readItems(from, 'Properties', 'ManagedPolicyArns')
  return [
    ...documents.flatMap(grantsIn),
    ...managed.flatMap((arn) => grantsOfManaged(arn, template)),
    ...(isGivenToOthers(role, template) ? [{ action: '*', when: from.when }] : []),
  ]
})

function grantsIn(document: Place): readonly Grant[] {
  return statementsOf(document).flatMap((statement): readonly Grant[] => {
    if (read(statement, 'Effect').every(({ value }) => value === 'Deny')) return []
    const unknown = { action: '*', when: statement.when }
    const actions = oneOrMore(statement, 'Action')
    if (actions.length === 0) return [unknown]
    return actions.map(({ value, when }) => ({ action: textIn(value) ?? '*', when }))
  })
}

/** The statements of a policy document: one or several. */
export function statementsOf(document: Place): readonly Place[] {
  return oneOrMore(document, 'Statement')
}

/** The values of a key of a policy that takes one or a list. */
export function oneOrMore(from: Place, key: string): readonly Place[] {
  return read(from, key).flatMap((place) =>
    Array.isArray(place.value) ? readItems(place) : place.value === undefined ? [] : [place],
  )
}

function grantsOfManaged(arn: Place, template: TemplateView): readonly Grant[] {
  const policy = targetOf(arn, template)
  if (policy?.resource.type === 'AWS::IAM::ManagedPolicy')
    return read(placeOf(policy.resource), 'Properties', 'PolicyDocument').flatMap(grantsIn)
  const actions = actionsOfManaged(withMarks(textParts(arn.value), '*')) ?? ['*']
  return actions.map((action) => ({ action, when: arn.when }))
}

const policyTypes = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']

/** Policies of the template that name the role. */
function attachedTo(role: ResourceView, template: TemplateView): readonly ResourceView[] {
  const names = read(placeOf(role), 'Properties', 'RoleName').filter(({ value }) => value !== undefined)
  const known = policiesByRole(template)
  const byName = names.flatMap(({ value }) => equalityKey(value) ?? []).map((key) => known.get(`name ${key}`))
  return [...new Set([known.get(`id ${role.id}`), ...byName].flatMap((found) => [...(found ?? [])]))]
}

/** The policies that name each role, by its id and by its name. */
const policiesByRole = oncePerTemplate(
  (template: TemplateView): ReadonlyMap<string, ReadonlySet<ResourceView>> => {
    const found = new Map<string, Set<ResourceView>>()
    for (const policy of resourcesOf(template, ...policyTypes)) {
      const from = placeOf(policy)
      const roles = [...readItems(from, 'Properties', 'Roles'), ...read(from, 'Properties', 'RoleName')]
      for (const place of roles) {
        const [id, name] = [targetOf(place, template)?.resource.id, equalityKey(place.value)]
        for (const key of [id && `id ${id}`, name && `name ${name}`])
          if (key !== undefined) found.set(key, (found.get(key) ?? new Set()).add(policy))
      }
    }
    return found
  },
)

/** Whether a custom resource or nested stack knows the role: it may give it policies. */
function isGivenToOthers(role: ResourceView, template: TemplateView): boolean {
  return referrersTo(role.id, template).some(({ path }) =>
    /^(Custom::|AWS::CloudFormation::(CustomResource|Stack))/.test(
      template.resources.get(String(path[1]))?.type ?? '',
    ),
  )
}
