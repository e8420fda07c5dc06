import type { Check } from '../../check.ts'
import { isObject } from '../../json.ts'
import { withGlobals } from '../../serverless-function.ts'

/** AWS's limit of filters on one log group. */
const most = 2

/** The transform makes a subscription filter for each event of the type CloudWatchLogs. */
export const logEvents: Check = {
  rules: [
    {
      code: 'E2529',
      level: 'error',
      title: 'A log group has no more than two subscription filters',
      help: 'CloudWatch Logs takes two for a log group, and refuses the third. Send the logs to one stream and share that.',
      source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html',
    },
  ],
  run(template, report) {
    const counts = new Map<string, number>()
    for (const { id, type, json } of template.serverless ? template.resources.values() : []) {
      const { Properties: properties, Condition: condition } = json
      if (type !== 'AWS::Serverless::Function' || !isObject(properties) || condition !== undefined) continue
      const { Events: events } = withGlobals(properties, template)
      for (const [name, event] of Object.entries(isObject(events) ? events : {})) {
        if (!isObject(event) || event['Type'] !== 'CloudWatchLogs' || !isObject(event['Properties'])) continue
        const group = JSON.stringify(event['Properties']['LogGroupName'])
        counts.set(group, (counts.get(group) ?? 0) + 1)
        if (counts.get(group) !== most + 1) continue
        const path = ['Resources', id, 'Properties', 'Events', name]
        report({ path, message: `The log group has more than ${most} subscription filters` })
      }
    }
  },
}
