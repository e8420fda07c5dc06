import { conditionOf, pick, type Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { permission } from './permission.ts'
import { targetArn } from './target-arn.ts'

/** `SNS`: a subscription to a topic. */
export function topicEvent(event: ServerlessEvent, { resources }: Work): void {
  const { id, properties, owner } = event
  resources[`${id}Permission`] = permission(event, 'sns', { SourceArn: properties['Topic'] })
  resources[id] = {
    Type: 'AWS::SNS::Subscription',
    ...conditionOf(owner),
    Properties: {
      Endpoint: targetArn(event, false),
      Protocol: 'lambda',
      TopicArn: properties['Topic'],
      ...pick(properties, ['FilterPolicy', 'FilterPolicyScope', 'RedrivePolicy', 'Region']),
    },
  }
}
