import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'
import { explain } from '../../properties/explain.ts'
import { judge } from '../../properties/judge.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { judgeByOther, otherSchema } from '../../schemas/extension-schemas.ts'
import { prepare } from '../../schemas/prepare.ts'
import type { TemplateView } from '../../template-view.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { missingStarts } from './state-machine-starts.ts'

const schemaName = 'step_functions/statemachine'

export const stateMachines: Check = {
  rules: [
    {
      code: 'E3601',
      level: 'error',
      title: 'State machines are written in the language of states',
      help:
        'Each state has a "Type" and what that type needs, and "Next" or "End"; "StartAt" names a state. Step Functions reads the ' +
        'definition when it is deployed, and refuses the whole machine for one mistake.',
      source: 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html',
    },
  ],
  run(template, report) {
    const serverless = template.transforms.some((name) => name.startsWith('AWS::Serverless'))
    for (const properties of propertiesOf(template, 'AWS::StepFunctions::StateMachine')) {
      const given = isObject(properties.value) ? properties.value['DefinitionSubstitutions'] : undefined
      const names = new Set(isObject(given) ? Object.keys(given) : [])
      for (const key of serverless ? ['Definition'] : ['Definition', 'DefinitionString'])
        for (const place of placesAt(properties, key))
          for (const problem of problemsOf(place, names, template)) report(problem)
    }
  },
}

function problemsOf(place: Place, names: ReadonlySet<string>, template: TemplateView): readonly Problem[] {
  const isText = typeof place.value === 'string'
  const machine = isText ? parse(place.value as string) : place.value
  if (!isObject(machine) || isCall(place.value) || isCall(machine)) return []
  const at = (path: Path): Path => (isText ? place.path : [...place.path, ...path])
  const where = (path: Path): string => (isText && path.length > 0 ? ` (at ${path.join('/')})` : '')
  const starts = missingStarts(machine).map(({ path, name }) => ({
    path: at(path),
    message: `There is no state "${name}" to start at${where(path)}`,
  }))
  // The other language has other fields, of which the schema does not tell all.
  if (machine['QueryLanguage'] === 'JSONata') return starts
  const condition = template.resources.get(String(place.path[1]))?.json['Condition']
  const root = prepare(otherSchema(schemaName))
  const { faults } = judge(machine, (data) => judgeByOther(schemaName, data), template.scenarios, condition)
  const wrong = faults
    .filter(
      ({ value }) => typeof value !== 'string' || !names.has(value.replace(/^\$\{(.*)\}$/, '$1').trim()),
    )
    .map(({ fault, path, value }): Problem => {
      const { message, hint } = explain(fault, path, value, root)
      return { path: at(path), message: message + where(path), hint }
    })
  return [...starts, ...wrong]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
