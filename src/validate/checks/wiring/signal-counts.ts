import type { Check } from '../../check.ts'
import { numberIn } from '../../wiring/literal.ts'
import { placeOf, read } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { canHappen } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

export const signalCounts: Check = {
  rules: [
    {
      code: 'CFS1204',
      level: 'warning',
      title: 'A group starts as many instances as it waits for',
      help:
        'Each instance signals once, as a rule. With a Count above the number of instances that the group starts with, CloudFormation waits ' +
        'until the timeout and rolls back. Make Count what DesiredCapacity is, or MinSize without it.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html',
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup'), template, (group) => {
      const from = placeOf(group)
      for (const count of read(from, 'CreationPolicy', 'ResourceSignal', 'Count')) {
        const wanted = numberIn(count.value)
        if (wanted === undefined) continue
        for (const desired of read(from, 'Properties', 'DesiredCapacity')) {
          for (const size of desired.value === undefined ? read(from, 'Properties', 'MinSize') : [desired]) {
            template.effort.spend(1)
            const started = numberIn(size.value)
            if (started === undefined || started >= wanted) continue
            if (!canHappen(template, [count, desired, size])) continue
            report({
              path: count.path,
              message: `Auto-scaling group "${group.id}" waits for ${wanted} signals, and starts with ${started} instance${started === 1 ? '' : 's'}`,
              hint: `Set Count to ${started}`,
            })
          }
        }
      }
    })
  },
}
