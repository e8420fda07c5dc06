import type { Collected } from './collect.ts'
import type { Resolve } from './references.ts'
import type { Condition } from '../model/condition.ts'
import type { ForEach } from '../model/for-each.ts'
import type { Mapping } from '../model/mapping.ts'
import type { Output } from '../model/output.ts'
import type { Parameter } from '../model/parameter.ts'
import type { Dependency, Resource } from '../model/resource.ts'
import type { Rule } from '../model/rule.ts'
import { anchorOfCondition, isCondition } from '../model/condition.ts'
import { isForEach } from '../model/for-each.ts'
import { isOutput } from '../model/output.ts'
import { isParameter } from '../model/parameter.ts'
import { anchorOf, isResource } from '../model/resource.ts'
import { toJson } from './references.ts'

/** An element as it stands in its section of the template. */
export function elementJson(collected: Collected, resolve: Resolve): unknown {
  const { element, section, id } = collected
  const path = [section, id]
  switch (section) {
    case 'Parameters':
      return parameterJson(element, resolve, path)
    case 'Mappings':
      return toJson((element as Mapping).table, resolve, path)
    case 'Conditions':
      return testJson((element as Condition).test, resolve, path)
    case 'Rules':
      return toJson((element as Rule).options, resolve, path)
    case 'Outputs':
      return isOutput(element) ? outputJson(element, resolve, path) : toJson(element, resolve, path)
    case 'Resources':
      return isForEach(element)
        ? forEachJson(element, resolve, path)
        : resourceJson(element as Resource, resolve, path)
  }
}

function testJson(test: unknown, resolve: Resolve, path: readonly string[]): unknown {
  return isCondition(test)
    ? (resolve({ kind: 'Condition', id: test.id, anchor: anchorOfCondition(test), path }),
      { Condition: test.id })
    : toJson(test, resolve, path)
}

function parameterJson(element: object, resolve: Resolve, path: readonly string[]): unknown {
  if (!isParameter(element)) return toJson(element, resolve, path)
  const { Type, label, group, Default, ...rest } = (element as Parameter).options
  const json = { Type: Type ?? 'String', ...(Default !== undefined && { Default }), ...rest }
  return toJson(json, resolve, path)
}

function outputJson(element: Output, resolve: Resolve, path: readonly string[]): unknown {
  const { description, exportName, condition } = element.options
  const name = conditionName(condition, resolve, path)
  return toJson(
    {
      ...(description !== undefined && { Description: description }),
      ...(name !== undefined && { Condition: name }),
      Value: element.value,
      ...(exportName !== undefined && { Export: { Name: exportName } }),
    },
    resolve,
    path,
  )
}

/** Names the loop's own variable as no reference of the template. */
function forEachJson(element: ForEach, resolve: Resolve, path: readonly string[]): unknown {
  const inner: Resolve = (reference) => (reference.id === element.identifier ? undefined : resolve(reference))
  return [element.identifier, toJson(element.collection, resolve, path), toJson(element.body, inner, path)]
}

/** What stands before the properties, in the order in which a reader wants it. */
const attributeOrder = [
  'Type',
  'Condition',
  'DependsOn',
  'Metadata',
  'CreationPolicy',
  'UpdatePolicy',
  'DeletionPolicy',
  'UpdateReplacePolicy',
]

function resourceJson(element: Resource, resolve: Resolve, path: readonly string[]): unknown {
  const { Properties, ...rest } = element
  const given: Record<string, unknown> = { ...rest }
  given['Condition'] = conditionName(element.Condition, resolve, path)
  given['DependsOn'] = dependsOnJson(element.DependsOn, resolve, path)
  const names = [...attributeOrder, ...Object.keys(given).filter((name) => !attributeOrder.includes(name))]
  const json: Record<string, unknown> = {}
  for (const name of names)
    if (given[name] !== undefined) json[name] = toJson(given[name], resolve, [...path, name])
  const properties = toJson(Properties, resolve, [...path, 'Properties'])
  if (properties !== undefined && Object.keys(properties as object).length > 0)
    json['Properties'] = properties
  return json
}

function conditionName(
  condition: Condition | string | undefined,
  resolve: Resolve,
  path: readonly string[],
): string | undefined {
  if (condition === undefined) return undefined
  const [id, anchor] = isCondition(condition)
    ? [condition.id, anchorOfCondition(condition)]
    : [condition, undefined]
  resolve({ kind: 'Condition', id, anchor, path: [...path, 'Condition'] })
  return id
}

/** Ids to wait for; those in other stacks are waited for by the order of deployment. */
function dependsOnJson(
  wanted: Dependency | readonly Dependency[] | undefined,
  resolve: Resolve,
  path: readonly string[],
): string | readonly string[] | undefined {
  if (wanted === undefined) return undefined
  const all: readonly Dependency[] = Array.isArray(wanted) ? wanted : [wanted as Dependency]
  const ids = all.flatMap((one) => {
    if (one === undefined) return []
    if (typeof one !== 'string' && typeof one?.id !== 'string') {
      resolve({
        kind: 'Unprintable',
        id: 'what is no resource',
        anchor: undefined,
        path: [...path, 'DependsOn'],
      })
      return []
    }
    const [id, anchor] =
      typeof one === 'string' ? [one, undefined] : [one.id, isResource(one) ? anchorOf(one) : undefined]
    return resolve({ kind: 'DependsOn', id, anchor, path: [...path, 'DependsOn'] }) === undefined ? [id] : []
  })
  const unique = [...new Set(ids)]
  return unique.length === 0 ? undefined : unique.length === 1 ? unique[0] : unique
}
