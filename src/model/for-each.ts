import type { Value } from './value.ts'
import { captureSource, type SourceLine } from './source.ts'

const forEachKey: unique symbol = Symbol.for('cfstack.forEach') as never

/** A loop of the template: `Fn::ForEach` over resources. */
export interface ForEach {
  readonly id: string
  readonly identifier: string
  readonly collection: Value<readonly Value<string>[]>
  readonly body: { readonly [idTemplate: string]: object }
  readonly [forEachKey]: { readonly source: () => SourceLine | undefined }
}

/**
 * `Fn::ForEach` over resources: the template repeats the body for every item of a collection that is known only when it is
 * deployed, such as a list parameter. For a list known in TypeScript, use `map`. Needs the transform `AWS::LanguageExtensions`,
 * which compose adds.
 *
 * @example
 * forEach('Topics', 'Name', names.ref, { 'Topic${Name}': { Type: 'AWS::SNS::Topic', Properties: {} } })
 */
export function forEach(
  id: string,
  identifier: string,
  collection: Value<readonly Value<string>[]>,
  body: { readonly [idTemplate: string]: object },
): ForEach {
  const made = { id, identifier, collection, body }
  Object.defineProperty(made, forEachKey, { value: { source: captureSource() } })
  return Object.freeze(made) as unknown as ForEach
}

/** Whether a value is a loop that `forEach()` made. */
export function isForEach(value: unknown): value is ForEach {
  return typeof value === 'object' && value !== null && forEachKey in value
}

/** The line that made the loop. */
export function forEachSource(made: ForEach): SourceLine | undefined {
  return made[forEachKey].source()
}
