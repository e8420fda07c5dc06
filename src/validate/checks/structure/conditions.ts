import type { Check } from '../../check.ts'
import { conditionNames } from '../../conditions/scenarios.ts'
import { shortestCycle } from '../../graph/cycles.ts'
import { blame } from '../../functions/blame.ts'
import { conditionShape } from '../../functions/shapes.ts'
import { isObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { judgeAs } from '../../shapes/judge-as.ts'
import type { TemplateView } from '../../template-view.ts'

const page =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html'
const missing =
  'CloudFormation refuses a template that names a condition which is not in the section Conditions. Check the spelling, or declare it.'

export const conditions: Check = {
  rules: [
    {
      code: 'E8001',
      level: 'error',
      title: 'Conditions are formulas of And, Or, Not, Equals and Condition',
      help: 'CloudFormation evaluates conditions before it makes any resource: each is one of these functions, over parameters, mappings and literals.',
      source: page,
    },
    {
      code: 'E3015',
      level: 'error',
      title: 'The conditions of resources exist',
      help: missing,
      source: page,
    },
    { code: 'E6005', level: 'error', title: 'The conditions of outputs exist', help: missing, source: page },
    {
      code: 'E8007',
      level: 'error',
      title: 'The conditions that conditions name exist',
      help: missing,
      source: page,
    },
    {
      code: 'E1028',
      level: 'error',
      title: 'The conditions that Fn::If names exist',
      help: missing,
      source: page,
    },
  ],
  run(template, report) {
    for (const [id, formula] of Object.entries(template.conditions)) {
      if (id === 'Fn::Transform' || id.startsWith('Fn::ForEach::')) continue
      const path = ['Conditions', id]
      if (!/^[a-zA-Z0-9&_]{1,255}$/.test(id))
        report({ path, message: `The condition name "${id}" is not alphanumeric` })
      if (isObject(formula) && 'Fn::Transform' in formula) continue
      const shape = { ...conditionShape(false), kinds: ['boolean'] as const }
      if (typeof formula === 'boolean')
        report({ path, message: 'A condition is one of Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition' })
      else judgeAs({ other: 'E8001' }, formula, shape, path, { template, report })
    }
    for (const [id, cycle] of circles(template))
      report({ path: ['Conditions', id], message: `The condition depends on itself: ${cycle.join(' → ')}` })
    if (template.open) return
    for (const { name, path, code } of namedConditions(template)) {
      if (Object.hasOwn(template.conditions, name)) continue
      const hint = suggestion(name, Object.keys(template.conditions))
      report({ code, path, message: `The condition "${name}" does not exist`, hint })
    }
  },
}

/** Conditions that are their own conditions, each with the way back to itself. */
function circles({ conditions: section }: TemplateView): readonly (readonly [string, readonly string[]])[] {
  const ids = Object.keys(section)
  const graph = new Map(ids.map((id) => [id, new Set(conditionNames(section[id]))]))
  return ids.flatMap((id) => {
    const cycle = shortestCycle(id, graph)
    return cycle === undefined ? [] : [[id, [...cycle, id]] as const]
  })
}

interface NamedCondition {
  readonly name: string
  readonly path: readonly (string | number)[]
  readonly code: string
}

/** Every place that names a condition. */
function namedConditions({ uses, resources, outputs }: TemplateView): readonly NamedCondition[] {
  const inCalls = uses.flatMap(({ name, argument, path }) => {
    const early = path[0] === 'Conditions' || path[0] === 'Rules'
    if (name === 'Condition' && early) return [{ name: argument, path, code: blame(path) }]
    return name === 'Fn::If' && Array.isArray(argument)
      ? [{ name: argument[0] as unknown, path: [...path, 0], code: blame(path) }]
      : []
  })
  const ofResources = [...resources.values()].map(({ id, json }) => ({
    name: json['Condition'],
    path: ['Resources', id, 'Condition'],
    code: 'E3015',
  }))
  const ofOutputs = Object.entries(outputs).flatMap(([id, output]) =>
    isObject(output)
      ? [{ name: output['Condition'], path: ['Outputs', id, 'Condition'], code: 'E6005' }]
      : [],
  )
  return [...inCalls, ...ofResources, ...ofOutputs].filter(
    (one): one is NamedCondition => typeof one.name === 'string',
  )
}
