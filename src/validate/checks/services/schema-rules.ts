import type { Check, Problem, Rule } from '../../check.ts'
import { isObject } from '../../json.ts'
import { explain } from '../../properties/explain.ts'
import { judge } from '../../properties/judge.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { extensionSchema, judgeByExtension } from '../../schemas/extension-schemas.ts'
import type { AnySchema } from '../../schemas/prepare.ts'
import type { TemplateView } from '../../template-view.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import { computerRules } from './schema-rules/computers.ts'
import { containerRules } from './schema-rules/containers.ts'
import { databaseRules } from './schema-rules/databases.ts'
import { functionRules } from './schema-rules/functions.ts'
import { otherRules } from './schema-rules/others.ts'
import type { SchemaRule } from './schema-rules/schema-rule.ts'
import { trafficRules } from './schema-rules/traffic.ts'

const table = [
  ...computerRules,
  ...containerRules,
  ...databaseRules,
  ...functionRules,
  ...otherRules,
  ...trafficRules,
]

/** Rules that are schemas of their own, for parts of resources, or for properties that depend on each other. */
export const schemaRules: Check = {
  rules: table.map(({ code, level, title, help, source }) => ({
    code,
    level,
    title,
    help,
    source,
  })) as unknown as readonly [Rule],
  run(template, report) {
    for (const rule of table) {
      for (const [type, paths] of Object.entries(rule.at)) {
        for (const properties of propertiesOf(template, type))
          for (const path of paths)
            for (const place of path === '' ? [properties] : placesAt(properties, path)) {
              const problem = problemAt(place, rule, template)
              if (problem !== undefined) report(problem)
            }
      }
    }
  },
}

/** The first thing that is wrong at a place. */
function problemAt(place: Place, rule: SchemaRule, template: TemplateView): Problem | undefined {
  const { value, path, when } = place
  if (value === undefined || isCall(value) || !concerns(rule, value)) return undefined
  const validator = (data: unknown): ReturnType<typeof judgeByExtension> =>
    judgeByExtension(rule.schema, rule.anyCaseEngine === true ? inSmallLetters(data) : data)
  const condition = template.resources.get(String(path[1]))?.json['Condition']
  const [found] = judge(value, validator, template.scenarios, condition).faults
  if (found === undefined || !canHappen(template, [when])) return undefined
  const problem = explain(found.fault, [...path, ...found.path], found.value, extensionSchema(rule.schema))
  return {
    ...problem,
    code: rule.code,
    ...(rule.message !== undefined && { message: rule.message, hint: undefined }),
  }
}

function inSmallLetters(data: unknown): unknown {
  if (!isObject(data) || typeof data['Engine'] !== 'string') return data
  return { ...data, Engine: data['Engine'].toLowerCase() }
}

const needs = new Map<string, readonly string[]>()

/** Whether a rule has anything to say about a value: most begin with "if there is", and there is not. */
function concerns({ schema }: SchemaRule, value: unknown): boolean {
  const names = needs.get(schema) ?? neededNames(extensionSchema(schema))
  needs.set(schema, names)
  return names.every((name) => isObject(value) && Object.hasOwn(value, name))
}

function neededNames(schema: AnySchema): readonly string[] {
  const others = Object.keys(schema).filter(
    (key) => !['known', 'if', 'then', 'description', 'additionalProperties'].includes(key),
  )
  const { required } = (schema['if'] ?? {}) as { readonly required?: readonly string[] }
  return others.length > 0 ? [] : (required ?? [])
}
