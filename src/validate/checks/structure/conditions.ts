import type { Check, Problem } from '../../check.ts'
import { isObject, onlyKey, type JsonObject } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import type { TemplateView } from '../../template-view.ts'

const shapes: {
  readonly [call: string]: { readonly code: string; readonly least: number; readonly most: number }
} = {
  'Fn::Equals': { code: 'E8003', least: 2, most: 2 },
  'Fn::And': { code: 'E8004', least: 2, most: 10 },
  'Fn::Not': { code: 'E8005', least: 1, most: 1 },
  'Fn::Or': { code: 'E8006', least: 2, most: 10 },
}

export const conditions: Check = {
  rules: [
    {
      code: 'E8001',
      level: 'error',
      title: 'Conditions are formulas of And, Or, Not, Equals and Condition, and those that are named exist',
    },
  ],
  run(template, report) {
    for (const [id, formula] of Object.entries(template.conditions)) {
      if (!id.startsWith('Fn::')) judge(formula, ['Conditions', id], report)
    }
    if (template.open) return
    for (const { name, path, code } of namedConditions(template)) {
      if (Object.hasOwn(template.conditions, name)) continue
      const hint = suggestion(name, Object.keys(template.conditions))
      report({ code: code ?? 'E8002', path, message: `The condition "${name}" does not exist`, hint })
    }
  },
}

function judge(
  formula: unknown,
  path: readonly (string | number)[],
  report: (problem: Problem) => void,
): void {
  const call = onlyKey(formula)
  if (call === undefined) {
    report({ path, message: 'A condition is one of Fn::And, Fn::Or, Fn::Not, Fn::Equals and Condition' })
    return
  }
  const argument = (formula as JsonObject)[call]
  const shape = Object.hasOwn(shapes, call) ? shapes[call] : undefined
  if (call === 'Condition' && typeof argument !== 'string')
    report({ code: 'E8007', path, message: 'Condition takes the name of a condition' })
  if (shape === undefined) {
    if (!/^Fn::|^Condition$/.test(call))
      report({
        path,
        message: `"${call}" is no function of conditions`,
        hint: suggestion(call, Object.keys(shapes)),
      })
    return
  }
  const count = Array.isArray(argument) ? argument.length : -1
  if (count < shape.least || count > shape.most) {
    const wanted = shape.least === shape.most ? `${shape.least}` : `${shape.least} to ${shape.most}`
    report({ code: shape.code, path: [...path, call], message: `${call} takes a list of ${wanted} items` })
  } else if (call !== 'Fn::Equals') {
    for (const [index, part] of (argument as readonly unknown[]).entries())
      judge(part, [...path, call, index], report)
  }
}

interface NamedCondition {
  readonly name: string
  readonly path: readonly (string | number)[]
  /** Where cfn-lint has another one than for conditions at large. */
  readonly code?: string
}

/** Every place that names a condition. */
function namedConditions({ uses, resources, outputs }: TemplateView): readonly NamedCondition[] {
  const inCalls = uses.flatMap(({ name, argument, path }) => {
    if (name === 'Condition' && path[0] === 'Conditions') return [{ name: argument, path }]
    return name === 'Fn::If' && Array.isArray(argument)
      ? [{ name: argument[0] as unknown, path: [...path, 0], code: 'E1028' }]
      : []
  })
  const ofResources = [...resources.values()].map(({ id, json }) => ({
    name: json['Condition'],
    path: ['Resources', id, 'Condition'],
  }))
  const ofOutputs = Object.entries(outputs).flatMap(([id, output]) =>
    isObject(output) ? [{ name: output['Condition'], path: ['Outputs', id, 'Condition'] }] : [],
  )
  return [...inCalls, ...ofResources, ...ofOutputs].filter(
    (one): one is NamedCondition => typeof one.name === 'string',
  )
}
