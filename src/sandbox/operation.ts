import type { JsonObject, Place, World } from './world.ts'

/** What a call works with. */
export interface CallContext {
  readonly world: World
  readonly place: Place
  /** Who calls, for example `arn:aws:iam::123456789012:user/sandbox`. */
  readonly callerArn: string
}

/**
 * An action of CloudFormation's API: from its input to its output, with AWS's names for the fields. Lists are arrays, numbers and truth
 * values of the input are still text, times of the output are ISO 8601 text. Throws `ServiceError`.
 */
export type Operation = (input: JsonObject, context: CallContext) => JsonObject

/** Actions by name, as each room offers them. */
export interface Operations {
  readonly [action: string]: Operation
}
