import type { JsonObject } from '../../../../world.ts'
import { conditionOf } from '../work.ts'
import type { ServerlessEvent } from './event.ts'

/** Lets a service call the function of an event. */
export function permission(
  { target, owner }: ServerlessEvent,
  service: string,
  source: JsonObject,
): JsonObject {
  return {
    Type: 'AWS::Lambda::Permission',
    ...conditionOf(owner),
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: target },
      Principal: `${service}.amazonaws.com`,
      ...source,
    },
  }
}
