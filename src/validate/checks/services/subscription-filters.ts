import type { Check } from '../../check.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { isObject } from '../../json.ts'

/** AWS's limit of filters on one log group. */
const most = 2

export const subscriptionFilters: Check = {
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
    for (const { id, json } of resourcesOf(template, 'AWS::Logs::SubscriptionFilter')) {
      const group = isObject(json['Properties']) ? json['Properties']['LogGroupName'] : undefined
      // Filters with conditions may exclude each other.
      if (group === undefined || json['Condition'] !== undefined) continue
      const key = JSON.stringify(group)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count === most + 1)
        report({
          path: ['Resources', id],
          message: `The log group has more than ${most} subscription filters`,
        })
    }
  },
}
