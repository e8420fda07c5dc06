import type { Check } from '../../check.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import type { Path } from '../../finding.ts'
import { isObject } from '../../json.ts'
import type { TemplateView } from '../../template-view.ts'

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
    for (const { group, path } of [...filters(template), ...serverlessFilters(template)]) {
      const key = JSON.stringify(group)
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      if (count === most + 1)
        report({ path, message: `The log group has more than ${most} subscription filters` })
    }
  },
}

interface Filter {
  readonly group: unknown
  readonly path: Path
}

/** Filters without conditions: those with one may exclude each other. */
function filters(template: TemplateView): readonly Filter[] {
  return resourcesOf(template, 'AWS::Logs::SubscriptionFilter').flatMap(({ id, json }) => {
    const group = isObject(json['Properties']) ? json['Properties']['LogGroupName'] : undefined
    return group === undefined || json['Condition'] !== undefined ? [] : [{ group, path: ['Resources', id] }]
  })
}

/** The filters that the serverless transform makes of events of functions. */
function serverlessFilters(template: TemplateView): readonly Filter[] {
  return resourcesOf(template, 'AWS::Serverless::Function').flatMap(({ id, json }) => {
    const events = isObject(json['Properties']) ? json['Properties']['Events'] : undefined
    if (!isObject(events) || json['Condition'] !== undefined) return []
    return Object.entries(events).flatMap(([name, event]) => {
      if (!isObject(event) || event['Type'] !== 'CloudWatchLogs' || !isObject(event['Properties'])) return []
      const group = event['Properties']['LogGroupName']
      return group === undefined ? [] : [{ group, path: ['Resources', id, 'Properties', 'Events', name] }]
    })
  })
}
