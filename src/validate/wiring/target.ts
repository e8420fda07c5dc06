import { getAttParts } from '../attributes.ts'
import { isObject, onlyKey } from '../json.ts'
import { subParts } from '../sub-variables.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { placeOf, type Place } from './place.ts'
import { both, type When } from './when.ts'

/** A resource of the template that a value stands for. */
export interface Target {
  readonly resource: ResourceView
  /** Of `Fn::GetAtt`; undefined for `Ref`. */
  readonly attribute: string | undefined
  /** The cases in which both the value and the resource are there. */
  readonly when: When
}

/**
 * The resource that a place names by `Ref`, `Fn::GetAtt`, or an `Fn::Sub` or `Fn::Join` of nothing else. Undefined for text, parameters and
 * imports: what they name is elsewhere.
 */
export function targetOf({ value, when }: Place, template: TemplateView): Target | undefined {
  template.effort.spend(0)
  const named = nameIn(value)
  const resource = named && template.resources.get(named.id)
  if (resource === undefined) return undefined
  const together = both(when, placeOf(resource).when)
  return together && { resource, attribute: named?.attribute, when: together }
}

interface Named {
  readonly id: string
  readonly attribute: string | undefined
}

function nameIn(value: unknown): Named | undefined {
  if (!isObject(value)) return undefined
  const call = onlyKey(value)
  const argument = call === undefined ? undefined : value[call]
  if (call === 'Ref') return typeof argument === 'string' ? { id: argument, attribute: undefined } : undefined
  if (call === 'Fn::GetAtt') return getAttParts(argument)
  if (call === 'Fn::Sub') return variableIn(argument)
  const parts: unknown = call === 'Fn::Join' && Array.isArray(argument) ? argument[1] : undefined
  return Array.isArray(parts) && parts.length === 1 ? nameIn(parts[0]) : undefined
}

/** `${Name}` or `${Name.Attribute}`, and nothing around it. */
function variableIn(argument: unknown): Named | undefined {
  const parts = subParts(argument)
  const name = parts && /^\$\{([^!{}]+)\}$/.exec(parts.text)?.[1]?.trim()
  if (parts === undefined || name === undefined) return undefined
  if (Object.hasOwn(parts.own, name)) return nameIn(parts.own[name])
  return name.includes('.') ? getAttParts(name) : { id: name, attribute: undefined }
}
