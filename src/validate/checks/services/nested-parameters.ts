import type { Check, Problem } from '../../check.ts'
import type { Path } from '../../finding.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { suggestion } from '../../properties/suggestion.ts'
import type { TemplateView } from '../../template-view.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'

/** Types that make a stack of another template, and the property that says where it is. */
const locations = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
} as const

export const nestedParameters: Check = {
  rules: [
    {
      code: 'E3043',
      level: 'error',
      title: 'A nested stack is given the parameters that its template takes',
      help: 'The template that a nested stack names lies beside this one: the stack is refused when a parameter without a default is missing, or one is given that the template does not have.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
    },
  ],
  run(template, report) {
    for (const [type, location] of Object.entries(locations))
      for (const properties of propertiesOf(template, type))
        for (const { places, when } of togetherAt(properties, location, 'Parameters')) {
          const [file, given] = places as readonly [Place, Place]
          const taken = parametersAt(file.value, template)
          if (taken === undefined || !isGiven(given.value) || !canHappen(template, [when])) continue
          const path = given.value === undefined ? properties.path : given.path
          compare(given, taken, { path, file: file.value as string }, report)
        }
  },
}

/** The parameters of a template on this disk; undefined when it is elsewhere, or cannot be read. */
function parametersAt(location: unknown, { templateAt }: TemplateView): JsonObject | undefined {
  if (typeof location !== 'string' || isCall(location) || /^(https?|s3):\/\//.test(location)) return undefined
  const nested = templateAt(location)
  if (!isObject(nested) || Object.hasOwn(nested, 'Transform')) return undefined
  const { Parameters: parameters = {} } = nested
  return isObject(parameters) ? parameters : undefined
}

/** Nothing at all is given too. */
function isGiven(value: unknown): value is JsonObject | undefined {
  return value === undefined || (isObject(value) && !isCall(value))
}

function compare(
  given: Place,
  taken: JsonObject,
  { path, file }: { readonly path: Path; readonly file: string },
  report: (problem: Problem) => void,
): void {
  const names = Object.keys(isObject(given.value) ? given.value : {})
  for (const name of names)
    if (!Object.hasOwn(taken, name))
      report({
        path: [...path, name],
        message: `The template "${file}" has no parameter "${name}"`,
        hint: suggestion(name, Object.keys(taken)),
      })
  for (const [name, parameter] of Object.entries(taken)) {
    const isThere = names.includes(name) && placesAt(given, name).some(({ value }) => value !== undefined)
    if (!isThere && isObject(parameter) && parameter['Default'] === undefined)
      report({ path, message: `The template "${file}" needs the parameter "${name}", which is not given` })
  }
}
