import { isObject } from '../../validate/json.ts'
import type { JsonObject, Place } from '../world.ts'
import type { DeletionPolicy, Desired, LiveResource, StackState, World } from '../world.ts'

/** What a template says by itself, once its parameters are settled. */
export interface TemplateScope {
  readonly parameters: { readonly [name: string]: string | readonly string[] }
  readonly mappings: JsonObject
  readonly conditions: { readonly [name: string]: boolean }
}

export interface ProcessedResource {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
  readonly dependsOn: readonly string[]
  readonly deletionPolicy?: DeletionPolicy | undefined
  readonly updateReplacePolicy?: DeletionPolicy | undefined
  readonly creationPolicy?: JsonObject | undefined
  readonly updatePolicy?: JsonObject | undefined
  readonly metadata?: unknown
}

export interface ProcessedOutput {
  readonly key: string
  readonly value: unknown
  readonly description?: string | undefined
  readonly exportName?: unknown
}

export interface ProcessedTemplate {
  readonly resources: { readonly [logicalId: string]: ProcessedResource }
  readonly outputs: readonly ProcessedOutput[]
  readonly scope: TemplateScope
}

export interface ResolvedResource {
  readonly ref: unknown
  readonly attribute: (name: string) => unknown
}

export interface ResolveEnv {
  readonly world: World
  readonly place: Place
  readonly stack: { readonly id: string; readonly name: string }
  readonly topics: readonly string[]
  readonly scope: TemplateScope
  readonly resource: (logicalId: string) => ResolvedResource | undefined
  readonly import: (name: string) => string | undefined
}

export function processTemplate(desired: Desired): ProcessedTemplate {
  const template = JSON.parse(desired.body) as any
  const resources: { [id: string]: ProcessedResource } = {}
  for (const [logicalId, value] of Object.entries<any>(template.Resources))
    resources[logicalId] = {
      logicalId,
      type: value.Type,
      properties: value.Properties ?? {},
      dependsOn: [...new Set([...[value.DependsOn ?? []].flat(), ...refs(value.Properties)])].filter(
        (id) => id in template.Resources,
      ),
      deletionPolicy: value.DeletionPolicy,
      updateReplacePolicy: value.UpdateReplacePolicy,
      creationPolicy: value.CreationPolicy,
      updatePolicy: value.UpdatePolicy,
      metadata: value.Metadata,
    }
  const outputs = Object.entries<any>(template.Outputs ?? {}).map(([key, o]) => ({
    key,
    value: o.Value,
    exportName: o.Export?.Name,
  }))
  return { resources, outputs, scope: { parameters: {}, mappings: {}, conditions: {} } }
}

function refs(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(refs)
  if (!isObject(value)) return []
  if (typeof value['Ref'] === 'string') return [value['Ref']]
  if (Array.isArray(value['Fn::GetAtt'])) return [String(value['Fn::GetAtt'][0])]
  return Object.values(value).flatMap(refs)
}

export function resolve(value: unknown, env: ResolveEnv): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, env))
  if (!isObject(value)) return value
  if (typeof value['Ref'] === 'string') return env.resource(value['Ref'])?.ref
  if (Array.isArray(value['Fn::GetAtt']))
    return env.resource(String(value['Fn::GetAtt'][0]))?.attribute(String(value['Fn::GetAtt'][1]))
  if (typeof value['Fn::ImportValue'] === 'string') return env.import(value['Fn::ImportValue'])
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, resolve(member, env)]))
}

export function makePhysicalId(world: World, _place: Place, stack: StackState, logicalId: string, _type: string, _properties: JsonObject): string {
  world.draws += 1
  return `${stack.name}-${logicalId}-${world.draws}`
}
export const refOf = (_type: string, live: LiveResource): string => live.physicalId
export const attributeOf = (live: LiveResource, name: string): unknown =>
  live.attributes[name] ?? `${live.physicalId}-${name}`
export const typicalDuration = (
  _world: World,
  _type: string,
  _action: string,
  _properties: JsonObject,
): number => 4000
export const replaces = (_type: string, before: JsonObject, after: JsonObject): boolean =>
  before['Name'] !== after['Name']
export const judgeProperties = (_type: string, _properties: JsonObject): string | undefined => undefined
export const liveKey = (place: Place, type: string, physicalId: string): string =>
  `${place.account}/${place.region}/${type}/${physicalId}`
export const uuid = (world: World): string => {
  world.draws += 1
  return `00000000-0000-4000-8000-${String(world.draws).padStart(12, '0')}`
}
export function makeLive(world: World, live: Omit<LiveResource, 'createdAt' | 'attributes'>): LiveResource {
  return (world.live[liveKey(live.place, live.type, live.physicalId)] = {
    ...live,
    attributes: {},
    createdAt: world.now,
  })
}
export function collision(world: World, place: Place, type: string, physicalId: string): string | undefined {
  const live = world.live[liveKey(place, type, physicalId)]
  if (live === undefined) return undefined
  return live.owner === undefined
    ? `${physicalId} already exists`
    : `${physicalId} already exists in stack ${live.owner.stackId}`
}
