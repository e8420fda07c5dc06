import type { JsonObject, Place, World } from '../world.ts'

/** What a template says by itself, once its parameters are settled. */
export interface TemplateScope {
  /** What `Ref` yields, by name: text, or texts for parameters that are lists. */
  readonly parameters: { readonly [name: string]: string | readonly string[] }
  readonly mappings: JsonObject
  readonly conditions: { readonly [name: string]: boolean }
  /** What dynamic references yielded when the stack was asked for, by their text. */
  readonly references?: { readonly [text: string]: string } | undefined
}

/** The stack whose values are worked out. */
export interface StackIdentity {
  readonly id: string
  readonly name: string
}

/** A resource that exists, as functions read it. */
export interface ResolvedResource {
  /** What `Ref` yields. */
  readonly ref: unknown
  /** What `Fn::GetAtt` yields; undefined when it is not known yet. Throws when there is no such attribute. */
  readonly attribute: (name: string) => unknown
}

/** Everything that functions go by. */
export interface ResolveEnv {
  readonly world: World
  readonly place: Place
  readonly stack: StackIdentity
  /** What `AWS::NotificationARNs` yields. */
  readonly topics: readonly string[]
  /** The processed template's. */
  readonly scope: TemplateScope
  /** Undefined when it does not exist yet: what hangs on it is `unknownValue`. */
  readonly resource: (logicalId: string) => ResolvedResource | undefined
  /** The value of an export; undefined when there is none of that name. */
  readonly import: (name: string) => string | undefined
  /** What `Fn::GetStackOutput` yields; looked up in the world when left out. */
  readonly stackOutput?: () => string
  /**
   * `kept` leaves `{{resolve:…}}` as it is written, as templates and change sets show it; `plain` all but those of plain parameters, as
   * outputs do; `resolved` when left out.
   */
  readonly dynamicReferences?: 'kept' | 'plain' | 'resolved'
}

/** Works out an argument. */
export type Resolve = (value: unknown, env: ResolveEnv) => unknown

/** A function of templates: from its argument as written to what it yields. */
export type TemplateFunction = (argument: unknown, env: ResolveEnv, resolve: Resolve) => unknown
