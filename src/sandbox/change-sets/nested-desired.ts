import { isObject } from '../../validate/json.ts'
import { settleParameters } from '../template/parameters/settle-parameters.ts'
import { readTemplate } from '../template/read-template.ts'
import { fetchTemplate } from '../template/source/fetch-template.ts'
import { sectionOf } from '../template/structure/section-of.ts'
import { hangsOnUnknown, unknownValue } from '../template/unknown-value.ts'
import type { Desired, JsonObject, ParameterState, StackState, Tag, World } from '../world.ts'

/** What a nested stack is asked to be, as far as the properties of its resource are known. */
export function nestedDesired(
  world: World,
  { place }: StackState,
  { properties, deployed }: { readonly properties: JsonObject; readonly deployed: Desired | undefined },
): Desired {
  const url = properties['TemplateURL']
  const body = fetchTemplate(String(url), world)
  const template = readTemplate(body)
  const tags = Array.isArray(properties['Tags']) ? (properties['Tags'] as Tag[]) : []
  return {
    body,
    parameters: parametersOf(template, properties['Parameters'], { world, place }),
    tags,
    capabilities: deployed?.capabilities ?? [],
    topics: Array.isArray(properties['NotificationARNs']) ? properties['NotificationARNs'].map(String) : [],
  }
}

/** Values that only the deployment brings out pass as they are: nobody can say yet whether they will do. */
function parametersOf(
  template: JsonObject,
  given: unknown,
  context: Pick<StackState, 'place'> & { readonly world: World },
): readonly ParameterState[] {
  const values = isObject(given) ? given : {}
  const text = (value: unknown): string => (Array.isArray(value) ? value.join(',') : String(value))
  const open = new Set(Object.keys(values).filter((key) => hangsOnUnknown(values[key])))
  const declared = sectionOf(template, 'Parameters')
  const known = Object.fromEntries(Object.entries(declared).filter(([key]) => !open.has(key)))
  const list = Object.entries(values)
    .filter(([key]) => !open.has(key))
    .map(([key, value]) => ({ ParameterKey: key, ParameterValue: text(value) }))
  const settled = settleParameters({ ...template, Parameters: known }, list, undefined, context)
  return Object.keys(declared).map(
    (key) => settled.find((one) => one.key === key) ?? { key, value: unknownValue },
  )
}
