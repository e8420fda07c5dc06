import { drawFrom, textOf } from '../../../chance.ts'
import type { JsonObject } from '../../../world.ts'

/** A template while its serverless resources are expanded. */
export interface Work {
  readonly partition: string
  /** What they become, by logical id, and all others. */
  readonly resources: { [id: string]: JsonObject }
  /** Ids as templates may write them (`Hello.Version`, of layers the layer's) to those of the resources that are made. */
  readonly renamed: Map<string, string>
  /** The names of the stages of REST APIs, by the API's id, where they are known. */
  readonly stages: ReadonlyMap<string, string>
  /** Routes by the id of the API that has them. */
  readonly routes: Map<string, Route[]>
  /** What is wrong, in words that follow `Resource with id [X] is invalid.` */
  readonly problems: { readonly id: string; readonly text: string }[]
}

/** A path and method of an API that a function answers. */
export interface Route {
  readonly path: string
  readonly method: string
  /** The variable of `Fn::Sub` that yields the ARN of the function or alias. */
  readonly target: string
}

/** A serverless resource, with its globals. */
export interface Serverless {
  readonly id: string
  readonly properties: JsonObject
  /** `Condition`, `DependsOn`, `Metadata` and the like, as written. */
  readonly attributes: JsonObject
}

/** Attributes of resources that are made besides the one that is written. */
export function conditionOf({ attributes }: Serverless): JsonObject {
  const { Condition } = attributes
  return Condition === undefined ? {} : { Condition }
}

/** Ten hexadecimal digits that change with what they stand for, as at the end of generated ids. */
export function digestOf(value: unknown): string {
  return textOf(drawFrom(JSON.stringify(value)), 'hex', 10)
}

/** The members that are there. */
export function present(properties: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined))
}

/** These members, as far as they are there. */
export function pick(properties: JsonObject, names: readonly string[]): JsonObject {
  return present(Object.fromEntries(names.map((name) => [name, properties[name]])))
}
