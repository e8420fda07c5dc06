import type { Check, Problem } from '../../check.ts'
import { isObject, onlyKey, textOf, type JsonObject } from '../../json.ts'
import { casesOf } from '../../properties/cases.ts'
import { decidingConditions, resolve } from '../../properties/resolve.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'

/** Types of which two may have the same identifier in a template, with other identifiers in its stead. */
const exceptions: { readonly [type: string]: readonly string[] } = { 'AWS::CodeBuild::Project': ['Name'] }

/** Two resources that would be one: the same type, and the same name or id by which AWS tells them apart. */
export const primaryIdentifiers: Check = {
  rules: [
    {
      code: 'E3019',
      level: 'error',
      title: 'No two resources of a type have the same identifier',
      help: 'The properties that tell resources of the type apart are the same in both, so that the second cannot be made. Give one of them another name, or let CloudFormation make names.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html',
    },
  ],
  run(template, report) {
    const types = new Map<string, ResourceView[]>()
    for (const resource of template.resources.values())
      types.set(resource.type, [...(types.get(resource.type) ?? []), resource])
    for (const [type, resources] of types) {
      const identifier = resources.length < 2 ? undefined : settableIdentifier(type, template)
      if (identifier !== undefined) compareAll(resources, identifier, template, report)
    }
  },
}

/** The properties that identify a resource, when all of them are the user's to give. */
function settableIdentifier(type: string, { types }: TemplateView): readonly string[] | undefined {
  const { primaryIdentifier = [], readOnly = [] } = types.facts(type)
  const names = exceptions[type] ?? primaryIdentifier
  const isSettable = names.length > 0 && !names.some((name) => readOnly.includes(name) || name.includes('/'))
  return isSettable ? names : undefined
}

interface Identified {
  readonly resource: ResourceView
  readonly values: readonly unknown[]
  /** The conditions that hold, and those that do not, when it has these values. */
  readonly truth: ReadonlyMap<string, boolean>
}

function compareAll(
  resources: readonly ResourceView[],
  identifier: readonly string[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const groups = new Map<string, Identified[]>()
  for (const one of resources.flatMap((resource) => identified(resource, identifier, template))) {
    const key = JSON.stringify(one.values)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  for (const group of groups.values()) {
    const clashing = group.filter((one) =>
      group.some((other) => other.resource !== one.resource && meet(one, other, template)),
    )
    for (const resource of new Set(clashing.map((one) => one.resource)))
      report(sameIdentifier(resource, identifier, clashing))
  }
}

/** The values of the identifier in each case; none where one of them is left to CloudFormation. */
function identified(
  resource: ResourceView,
  identifier: readonly string[],
  { scenarios }: TemplateView,
): readonly Identified[] {
  const { json } = resource
  const properties = json['Properties']
  if (!isObject(properties)) return []
  const isChosen = onlyKey(properties) === 'Fn::If'
  const judged = isChosen
    ? properties
    : Object.fromEntries(identifier.map((name) => [name, properties[name]]))
  const names = decidingConditions(judged)
  const { truths, decided } = casesOf(judged, json['Condition'], scenarios)
  if (!decided) return []
  return truths.flatMap((truth) => {
    // As they are written, only conditions decided: the same call is the same value.
    const chosen = resolve(judged, truth, (call) => call as never) as JsonObject
    const values = identifier.map((name) => chosen[name])
    const own = typeof json['Condition'] === 'string' ? [[json['Condition'], true] as const] : []
    const all = new Map([...names.map((name) => [name, truth(name)] as const), ...own])
    return values.includes(undefined) ? [] : [{ resource, values, truth: all }]
  })
}

/** Whether both may exist at once. */
function meet(one: Identified, other: Identified, { scenarios }: TemplateView): boolean {
  const truth = new Map([...one.truth, ...other.truth])
  if (clash(one.truth, other.truth)) return false
  if (truth.size === 0) return true
  const possible = scenarios.of([...truth.keys()])
  return (
    possible?.some((scenario) => [...truth].every(([name, holds]) => scenario.get(name) === holds)) === true
  )
}

function clash(one: ReadonlyMap<string, boolean>, other: ReadonlyMap<string, boolean>): boolean {
  return [...one].some(([name, holds]) => other.has(name) && other.get(name) !== holds)
}

function sameIdentifier(
  resource: ResourceView,
  identifier: readonly string[],
  clashing: readonly Identified[],
): Problem {
  const others = [...new Set(clashing.map((one) => one.resource.id))].filter((id) => id !== resource.id)
  const values = clashing.find((one) => one.resource === resource)?.values ?? []
  const path = ['Resources', resource.id, 'Properties', ...(identifier.length === 1 ? identifier : [])]
  const told = identifier.map((name, index) => `${name} ${textOf(values[index])}`).join(', ')
  return {
    path,
    message: `"${resource.id}" has the same ${told} as ${others.map((id) => `"${id}"`).join(', ')}`,
  }
}
