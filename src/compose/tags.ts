import type { TemplateResource } from '../model/template.ts'
import { tags as tagged } from '../spec/generated/tags.ts'

/** A resource with the stack's tags, in the form that its type wants; its own tags win, and stay first. */
export function withTags(
  resource: TemplateResource,
  tags: { readonly [key: string]: string },
): TemplateResource {
  const [variant, property] = tagged[resource.Type]?.split(':') ?? []
  if (variant === undefined || property === undefined || Object.keys(tags).length === 0) return resource
  const own = resource.Properties?.[property]
  const given = Object.fromEntries(Object.entries(tags).filter(([, value]) => value !== undefined))
  const merged = variant === 'map' ? inMap(own, given) : inList(own, given, variant === 'asg')
  if (merged === undefined) return resource
  return { ...resource, Properties: { ...resource.Properties, [property]: merged } }
}

/** Undefined where the tags are a value that is known only when the stack is deployed. */
function inMap(own: unknown, tags: { readonly [key: string]: string }): object | undefined {
  if (own === undefined) return tags
  if (typeof own !== 'object' || own === null || Array.isArray(own) || isIntrinsic(own)) return undefined
  return { ...own, ...Object.fromEntries(Object.entries(tags).filter(([key]) => !Object.hasOwn(own, key))) }
}

function inList(
  own: unknown,
  tags: { readonly [key: string]: string },
  propagate: boolean,
): object | undefined {
  if (own !== undefined && !Array.isArray(own)) return undefined
  const list = (own ?? []) as readonly unknown[]
  const keys = new Set(list.flatMap(keysIn))
  const missing = Object.entries(tags).filter(([key]) => !keys.has(key))
  return [
    ...list,
    ...missing.map(([Key, Value]) => ({ Key, Value, ...(propagate && { PropagateAtLaunch: true }) })),
  ]
}

/** The key of a tag, or of the tags between which a `Fn::If` chooses: with ours besides, one key could be there twice. */
function keysIn(tag: unknown): readonly unknown[] {
  if (typeof tag !== 'object' || tag === null) return []
  const { Key, 'Fn::If': choice } = tag as { readonly Key?: unknown; readonly 'Fn::If'?: readonly unknown[] }
  return Array.isArray(choice) ? choice.slice(1).flatMap(keysIn) : [Key]
}

function isIntrinsic(value: object): boolean {
  const keys = Object.keys(value)
  return keys.length === 1 && /^(Ref|Fn::.+)$/.test(keys[0] as string)
}
