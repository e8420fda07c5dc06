import type { Anchor } from './intrinsic.ts'
import type { Condition } from './condition.ts'
import type { CreationPolicy, DeletionPolicy, UpdatePolicy, UpdateReplacePolicy } from './policies.ts'
import type { Intrinsic } from './value.ts'
import { pointing } from './intrinsic.ts'
import { captureSource } from './source.ts'

/** What stands beside a resource's properties in the template. */
export interface ResourceOptions {
  /** Resources, or logical ids, that must exist before this one. References make their own order: name only what they don't. */
  readonly DependsOn?: Dependency | readonly Dependency[]
  /** The resource exists only when this condition holds. */
  readonly Condition?: Condition | string
  /** What happens to the resource when it leaves the template or the stack is deleted. */
  readonly DeletionPolicy?: DeletionPolicy
  /** What happens to the old resource when an update replaces it. */
  readonly UpdateReplacePolicy?: UpdateReplacePolicy
  /** Signals that creation waits for. */
  readonly CreationPolicy?: CreationPolicy
  /** How an update goes through the parts of the resource. */
  readonly UpdatePolicy?: UpdatePolicy
  readonly Metadata?: { readonly [key: string]: unknown }
}

/** Something to wait for: one of our resources, or a logical id. */
export type Dependency = { readonly id: string; readonly Type: string } | string

/**
 * A resource: plain data that prints as its JSON, and the handle by which others refer to it. `ref` and `att` are values; `id`
 * is the logical id. None of the three is printed.
 */
export interface Resource<
  Type extends string = string,
  Properties extends object = any,
  Attributes extends object = any,
> extends ResourceOptions {
  readonly Type: Type
  readonly Properties?: Properties
  readonly id: string
  /** What `Ref` yields: the name, id or ARN that AWS documents for the type. */
  readonly ref: Intrinsic<string, Type>
  /** `Fn::GetAtt`, one value per attribute, spelled as AWS spells it: `vpc.att.CidrBlock`. */
  readonly att: Attributes
}

/** Where a resource keeps its anchor, off its JSON. */
const anchorKey: unique symbol = Symbol.for('cfstack.resource') as never

/** Makes a resource. The generated functions of `cfstack/aws/*` call this; so can you, for a type without one. */
export function resource<R extends Resource = Resource<string, { readonly [name: string]: any }, any>>(
  type: R['Type'],
  id: string,
  properties?: NonNullable<R['Properties']>,
  options?: ResourceOptions,
): R {
  const json = { Type: type, ...options, ...(properties && { Properties: properties }) }
  return assemble(json, { id, source: captureSource() }) as unknown as R
}

function assemble(json: object, anchor: Anchor): object {
  let ref: Intrinsic<string> | undefined
  let att: object | undefined
  return Object.freeze(
    Object.defineProperties(json, {
      [anchorKey]: { value: anchor },
      id: { value: anchor.id },
      ref: { get: () => (ref ??= pointing({ Ref: anchor.id }, anchor)) },
      att: { get: () => (att ??= attributes(anchor)) },
    }),
  )
}

/** The prototype of `att`: `att` itself is no plain object, and is not taken for a value. */
const attributesKind = { constructor: { name: 'list of attributes' } }

function attributes(anchor: Anchor): object {
  return new Proxy(Object.create(attributesKind) as object, {
    get: (_target, name) =>
      typeof name === 'string' ? pointing({ 'Fn::GetAtt': [anchor.id, name] }, anchor) : undefined,
  })
}

/** Whether a value is a resource that `resource()` made. */
export function isResource(value: unknown): value is Resource {
  return typeof value === 'object' && value !== null && anchorKey in value
}

/** What references to this resource point to; the same for a resource and its overridden copies. */
export function anchorOf(made: Resource): Anchor {
  return (made as unknown as { [anchorKey]: Anchor })[anchorKey]
}

/** The same resource with other content; references to the original mean the copy. */
export function withContent<R extends Resource>(made: R, content: object): R {
  return assemble({ ...content }, anchorOf(made)) as unknown as R
}
