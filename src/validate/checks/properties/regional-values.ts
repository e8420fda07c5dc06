import type { Check, Problem, Rule } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { regionalEnum, valuesIn, type RegionalValues } from '../../schemas/regions.ts'
import type { TemplateView } from '../../template-view.ts'
import { regionalProperties, type RegionalProperty } from './regional-properties.ts'

/** Instance types and the like, which each region has its own of. */
export const regionalValues: Check = {
  rules: regionalProperties.map(({ code, what }): Rule => ({
    code,
    level: 'error',
    title: `The region has the ${what}`,
    help: 'The resource cannot be made in a region that does not offer the type. Use one of the region, or a mapping by region. A type newer than our data can be suppressed.',
  })) as [Rule, ...Rule[]],
  run(template, report) {
    for (const property of regionalProperties)
      for (const [type, path] of property.places) judgeAll(property, type, path, template, report)
  },
}

function judgeAll(
  { code, what, values }: RegionalProperty,
  type: string,
  path: string,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  for (const properties of propertiesOf(template, type))
    for (const { value, path: at } of placesAt(properties, path)) {
      if (typeof value !== 'string' || value.includes('{{')) continue
      const problem = notIn(template.regions, value, regionalEnum(values) as RegionalValues, what)
      if (problem !== undefined) report({ code, path: at, ...problem })
    }
}

/** What is wrong with a value that a region lacks. */
export function notIn(
  regions: readonly string[],
  value: string,
  values: RegionalValues,
  what: string,
): Pick<Problem, 'message' | 'hint'> | undefined {
  const lacking = regions.filter((region) => valuesIn(region, values)?.includes(value) === false)
  if (lacking.length === 0) return undefined
  const hint = suggestion(value, valuesIn(lacking[0] as string, values) ?? [])
  return { message: `"${value}" is no ${what} of ${lacking.join(', ')}`, hint }
}
