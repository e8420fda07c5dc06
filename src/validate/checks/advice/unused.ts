import type { Check } from '../../check.ts'
import { conditionNames } from '../../conditions/scenarios.ts'
import { namesOfUses } from '../../dependencies.ts'
import { isObject } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'

export const unused: Check = {
  rules: [
    {
      code: 'W2001',
      level: 'warning',
      title: 'Parameters that are declared are used',
      help: 'A parameter that nothing refers to asks for a value and changes nothing. Take it out, or refer to it where it was meant.',
    },
    {
      code: 'W7001',
      level: 'warning',
      title: 'Mappings that are declared are used',
      help: 'No Fn::FindInMap reads the mapping. Take it out, or read it where it was meant.',
    },
    {
      code: 'W8001',
      level: 'warning',
      title: 'Conditions that are declared are used',
      help: 'Nothing depends on the condition: no resource, output, Fn::If or other condition names it. Take it out, or name it where it was meant.',
    },
  ],
  run(template, report) {
    if (template.open) return
    const names = new Set(namesOfUses(template).flat())
    const maps = mapsOf(template)
    const conditions = conditionsOf(template)
    for (const id of Object.keys(template.parameters)) {
      if (!names.has(id)) report({ path: ['Parameters', id], message: `The parameter "${id}" is not used` })
    }
    for (const id of Object.keys(template.mappings)) {
      if (maps !== 'any' && !maps.has(id))
        report({ code: 'W7001', path: ['Mappings', id], message: `The mapping "${id}" is not used` })
    }
    for (const id of Object.keys(template.conditions)) {
      if (!conditions.has(id))
        report({ code: 'W8001', path: ['Conditions', id], message: `The condition "${id}" is not used` })
    }
  },
}

/** Mappings that are read; any may be when a name is computed. */
function mapsOf({ uses }: TemplateView): ReadonlySet<unknown> | 'any' {
  const names = uses
    .filter(({ name }) => name === 'Fn::FindInMap')
    .map(({ argument }) => (Array.isArray(argument) ? (argument[0] as unknown) : undefined))
  return names.every((name) => typeof name === 'string') ? new Set(names) : 'any'
}

function conditionsOf({ uses, resources, outputs, root }: TemplateView): ReadonlySet<unknown> {
  const owners = [
    ...[...resources.values()].map(({ json }) => json),
    ...Object.values(outputs).filter(isObject),
  ]
  return new Set([
    ...owners.map((owner) => owner['Condition']),
    ...uses
      .filter(({ name }) => name === 'Fn::If')
      .map(({ argument }) => (Array.isArray(argument) ? (argument[0] as unknown) : undefined)),
    ...conditionNames(root['Conditions']),
    ...conditionNames(root['Rules']),
  ])
}
