import type { Check } from '../../check.ts'
import { isObject, type JsonObject } from '../../json.ts'
import { casesOf } from '../../properties/cases.ts'
import { resolve } from '../../properties/resolve.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'

const parts = ['AttributeDefinitions', 'KeySchema', 'GlobalSecondaryIndexes', 'LocalSecondaryIndexes']

export const tableAttributes: Check = {
  rules: [
    {
      code: 'E3039',
      level: 'error',
      title: 'A DynamoDB table defines the attributes of its keys and indexes, and no others',
      help:
        'Only attributes that a key or an index uses are defined; the others need no definition, and DynamoDB refuses them. ' +
        'Define what is missing in "AttributeDefinitions", and take out what no "KeySchema" names.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html',
    },
  ],
  run(template, report) {
    for (const { id, json } of resourcesOf(template, 'AWS::DynamoDB::Table')) {
      const properties = json['Properties']
      if (!isObject(properties)) continue
      const used = Object.fromEntries(Object.entries(properties).filter(([key]) => parts.includes(key)))
      const { truths, decided } = casesOf(used, json['Condition'], template.scenarios)
      const wrong = truths.map((truth) => difference(resolve(used, truth) as JsonObject)).find(Boolean)
      if (decided && wrong !== undefined) report({ path: ['Resources', id, 'Properties'], message: wrong })
    }
  },
}

/** What is defined and not used, or used and not defined; undefined also when a name is not known. */
function difference(table: JsonObject): string | undefined {
  const [definitions, keys, ...indexes] = parts.map((part) => table[part] ?? [])
  const defined = namesIn(definitions)
  const schemas = indexes.map((list) =>
    Array.isArray(list)
      ? list.map((index) => namesIn(isObject(index) ? (index['KeySchema'] ?? []) : undefined))
      : [undefined],
  )
  const lists = [namesIn(keys), ...schemas.flat()]
  if (defined === undefined || lists.includes(undefined)) return undefined
  const used = lists.flatMap((names) => names ?? [])
  const missing = used.find((name) => !defined.includes(name))
  if (missing !== undefined) return `The attribute "${missing}" is a key and is not defined`
  const idle = defined.find((name) => !used.includes(name))
  return idle === undefined ? undefined : `The attribute "${idle}" is defined and no key or index uses it`
}

function namesIn(list: unknown): readonly string[] | undefined {
  if (!Array.isArray(list)) return undefined
  const names = list.map((item: unknown) => (isObject(item) ? item['AttributeName'] : undefined))
  return names.every((name) => typeof name === 'string') ? names : undefined
}
