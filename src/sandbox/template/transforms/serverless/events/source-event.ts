import { conditionOf, present, type Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'

/** `SQS`, `Kinesis`, `DynamoDB` and `MSK`: a mapping from what the function reads; other properties are the mapping's. */
export function sourceEvent({ id, properties, target, owner }: ServerlessEvent, { resources }: Work): void {
  const { Queue: queue, Stream: stream, Enabled: enabled, ...others } = properties
  resources[id] = {
    Type: 'AWS::Lambda::EventSourceMapping',
    ...conditionOf(owner),
    Properties: present({
      ...others,
      EventSourceArn: queue ?? stream,
      FunctionName: { Ref: target },
      Enabled: enabled,
    }),
  }
}
