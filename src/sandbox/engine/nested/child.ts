import { judgeDesired } from '../../template/judge-desired.ts'
import { settleParameters } from '../../template/parameters/settle-parameters.ts'
import { readTemplate } from '../../template/read-template.ts'
import { fetchTemplate } from '../../template/source/fetch-template.ts'
import { isObject } from '../../../validate/json.ts'
import type { Desired, JsonObject, ResourceState, StackState, Tag, World } from '../../world.ts'
import { liveOf } from '../live-of.ts'
import type { Run } from '../run.ts'
import type { Task } from '../running.ts'

/** The nested stack that a resource is; undefined when it was never made. */
export function childOf(
  { world, stack }: Run,
  task: Pick<Task, 'logicalId' | 'former'>,
): StackState | undefined {
  const { physicalId } = task.former ?? stack.resources[task.logicalId] ?? {}
  return physicalId === undefined ? undefined : world.stacks[physicalId]
}

/** What the properties of such a resource ask of its stack. Throws what CloudFormation says of a template or parameters that will not do. */
export function desiredOfChild({ world, stack }: Run, properties: JsonObject, deployed?: Desired): Desired {
  const body = fetchTemplate(String(properties['TemplateURL']), world)
  const template = readTemplate(body)
  const given = isObject(properties['Parameters']) ? properties['Parameters'] : {}
  const list = Object.entries(given).map(([ParameterKey, value]) => ({
    ParameterKey,
    ParameterValue: textOf(value),
  }))
  const description = template['Description']
  const desired: Desired = {
    body,
    parameters: settleParameters(template, list, deployed?.parameters, { world, place: stack.place }),
    tags: tagsOf(stack.desired.tags, properties['Tags']),
    capabilities: stack.desired.capabilities,
    role: stack.desired.role,
    topics: [properties['NotificationARNs'] ?? []].flat().map(String),
    ...(typeof description === 'string' && { description }),
  }
  return judgeDesired(desired, { world, place: stack.place, stack }, 'direct')
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

function tagsOf(inherited: readonly Tag[], own: unknown): readonly Tag[] {
  const tags = new Map(inherited.map(({ Key, Value }) => [Key, Value]))
  for (const tag of [own ?? []].flat().filter(isObject)) tags.set(String(tag['Key']), String(tag['Value']))
  return [...tags].map(([Key, Value]) => ({ Key, Value }))
}

/** The outputs of a nested stack become attributes of its resource. */
export function showOutputs(world: World, parent: StackState, resource: ResourceState): void {
  const live = liveOf(world, parent, resource)
  const child = world.stacks[resource.physicalId ?? '']
  if (live !== undefined && child !== undefined)
    live.attributes = Object.fromEntries(child.outputs.map(({ key, value }) => [`Outputs.${key}`, value]))
}

/** Why a nested stack is as it is, without what its parent does itself. */
export function reasonOf({ events, id }: StackState): string {
  const said =
    events.findLast(({ physicalId, reason }) => physicalId === id && reason !== undefined)?.reason ?? ''
  return said.replace(/(Rollback|Delete) requested by user\.$/, '')
}
