import type { Check, Problem, Rule } from '../../check.ts'
import { createScenarios } from '../../conditions/scenarios.ts'
import type { Path } from '../../finding.ts'
import { isObject, onlyKey } from '../../json.ts'
import { explain } from '../../properties/explain.ts'
import { judge, type LocatedFault } from '../../properties/judge.ts'
import { judgedResources, schemaType } from '../../properties/judged-resources.ts'
import { possibleValues, type PossibleValue } from '../../properties/possible-values.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'

const help =
  'The value that comes out, when nobody gives another, is refused by the property. Correct the default, the allowed values or the mapping; what a user must give needs no default.'

/** Values that reach a property through a parameter's default or a mapping: warnings, since others may be given. */
export const resolvedValues: Check = {
  rules: [
    rule('W1030', 'What Ref of a parameter yields by default fits where it stands'),
    rule('W1031', 'What Fn::Sub yields by default fits where it stands'),
    rule('W1032', 'What Fn::Join yields by default fits where it stands'),
    rule('W1033', 'What Fn::Split yields by default fits where it stands'),
    rule('W1034', 'What Fn::FindInMap yields fits where it stands'),
    rule('W1035', 'What Fn::Select yields by default fits where it stands'),
    rule('W2030', 'Defaults and allowed values of parameters are among those that the property allows'),
    rule('W2031', 'Defaults and allowed values of parameters match the pattern of the property'),
  ],
  run(template, report) {
    for (const [id, { calls }] of judgedResources(template)) {
      const resource = template.resources.get(id)
      if (resource !== undefined)
        judgeResolved(resource, resolvable(calls(), resource, template), template, report)
    }
  },
}

function rule(code: string, title: string): Rule {
  return { code, level: 'warning', title, help }
}

interface Resolvable {
  readonly path: Path
  readonly call: unknown
  readonly values: readonly PossibleValue[]
}

function resolvable(
  calls: readonly LocatedFault[],
  { json }: ResourceView,
  template: TemplateView,
): readonly Resolvable[] {
  return calls.flatMap(({ path, value: call }) => {
    const held = [...branchesOn(json['Properties'], path), ...ownCondition(json['Condition'])]
    const values = possibleValues(call, template).filter((one) => mayReach(one, held, template))
    return values.length === 0 ? [] : [{ path, call, values }]
  })
}

type Held = readonly [condition: string, holds: boolean]

function ownCondition(condition: unknown): readonly Held[] {
  return typeof condition === 'string' ? [[condition, true]] : []
}

/** The conditions that hold, or not, where a path leads. */
function branchesOn(value: unknown, path: Path): readonly Held[] {
  const held: Held[] = []
  let at: unknown = value
  for (const [index, step] of path.entries()) {
    const inner = (at as { readonly [key: string | number]: unknown } | undefined)?.[step]
    const condition: unknown = step === 'Fn::If' && Array.isArray(inner) ? inner[0] : undefined
    if (typeof condition === 'string') held.push([condition, path[index + 1] === 1])
    at = inner
  }
  return held
}

/** Whether a parameter with this value leaves the conditions as they are where it is used. */
function mayReach({ value, source }: PossibleValue, held: readonly Held[], template: TemplateView): boolean {
  const [section, name] = source
  if (section !== 'Parameters' || held.length === 0 || Array.isArray(value)) return true
  const parameters = { ...template.parameters, [name as string]: { Type: 'String', AllowedValues: [value] } }
  const found = createScenarios(template.conditions, parameters).of(held.map(([condition]) => condition))
  return (
    found?.some((scenario) => held.every(([condition, holds]) => scenario.get(condition) === holds)) !== false
  )
}

/** Judges the properties with the first value of each call in its place, then with the second, and so on. */
function judgeResolved(
  resource: ResourceView,
  calls: readonly Resolvable[],
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const validator = template.types.validator(schemaType(resource, template))
  if (validator === undefined) return
  const rounds = Math.max(0, ...calls.map(({ values }) => values.length))
  const refused = new Map<Resolvable, Map<PossibleValue, LocatedFault>>()
  for (let round = 0; round < rounds; round++) {
    const placed = calls.filter(({ values }) => round < values.length)
    let properties = resource.json['Properties']
    for (const { path, values } of placed) properties = replaced(properties, path, values[round]?.value)
    const { faults } = judge(properties, validator, template.scenarios, resource.json['Condition'])
    for (const fault of faults.filter(isAboutValue)) {
      const call = placed.find(({ path }) => path.every((step, index) => fault.path[index] === step))
      const value = call?.values[round]
      if (call === undefined || value === undefined) continue
      refused.set(call, (refused.get(call) ?? new Map<PossibleValue, LocatedFault>()).set(value, fault))
    }
  }
  for (const [call, faults] of refused) tell(call, faults, resource, template, report)
}

/** Not of a schema that other properties have chosen, nor of one form among several. */
function isAboutValue({ fault, ofBranch }: LocatedFault): boolean {
  return ofBranch !== true && !/\/(then|else|dependencies)\//.test(fault.schemaPath)
}

function tell(
  { call, path, values }: Resolvable,
  faults: ReadonlyMap<PossibleValue, LocatedFault>,
  resource: ResourceView,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const name = onlyKey(call) as string
  // One of several values of a mapping is meant; of a parameter, each may be given.
  if (name !== 'Ref' && faults.size < values.length) return
  const schema = template.types.schema(schemaType(resource, template)) ?? {}
  const place = ['Resources', resource.id, 'Properties', ...path]
  for (const [{ source }, { fault, value }] of faults) {
    const { code, message, hint } = explain(fault, place, value, schema)
    const own = name === 'Ref' ? { E3030: 'W2030', E3031: 'W2031' }[code as string] : undefined
    const at = `${message}, at ${place.join('/')}`
    if (own !== undefined) report({ code: own, path: source, message: at, hint })
    else report({ code: codes[name] ?? 'W1030', path: [...place, name], message, hint })
  }
}

const codes: { readonly [name: string]: string } = {
  'Fn::Sub': 'W1031',
  'Fn::Join': 'W1032',
  'Fn::Split': 'W1033',
  'Fn::FindInMap': 'W1034',
  'Fn::Select': 'W1035',
}

/** The value with something else at a path. */
function replaced(value: unknown, [step, ...rest]: Path, by: unknown): unknown {
  if (step === undefined) return by
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, by) : item))
  return isObject(value) ? { ...value, [step]: replaced(value[step], rest, by) } : value
}
