import { isObject } from '../../../../../validate/json.ts'
import type { Serverless, Work } from '../work.ts'
import { bucketEvent } from './bucket-event.ts'
import type { ExpandEvent } from './event.ts'
import { apiEvent, httpApiEvent } from './route-event.ts'
import { ruleEvent } from './rule-event.ts'
import { scheduleEvent } from './schedule-event.ts'
import { sourceEvent } from './source-event.ts'
import { topicEvent } from './topic-event.ts'

const expansions: { readonly [type: string]: ExpandEvent } = {
  Api: apiEvent,
  CloudWatchEvent: ruleEvent,
  DynamoDB: sourceEvent,
  EventBridgeRule: ruleEvent,
  HttpApi: httpApiEvent,
  Kinesis: sourceEvent,
  MSK: sourceEvent,
  S3: bucketEvent,
  SNS: topicEvent,
  SQS: sourceEvent,
  Schedule: ruleEvent,
  ScheduleV2: scheduleEvent,
}

/** Adds what the events of a function or a state machine need. */
export function expandEvents(owner: Serverless, target: string, work: Work): void {
  const events = owner.properties['Events']
  for (const [name, event] of Object.entries(isObject(events) ? events : {})) {
    const type = isObject(event) ? String(event['Type']) : ''
    const expand = Object.hasOwn(expansions, type) ? expansions[type] : undefined
    if (expand === undefined) {
      const text = `Event with id [${name}] is invalid. The sandbox does not expand events of the type ${type}.`
      work.problems.push({ id: owner.id, text })
      continue
    }
    const properties = isObject(event) && isObject(event['Properties']) ? event['Properties'] : {}
    expand({ id: `${owner.id}${name}`, type, properties, target, owner }, work)
  }
}
