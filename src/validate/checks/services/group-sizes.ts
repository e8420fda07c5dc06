import type { Check } from '../../check.ts'
import { propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { numberIn } from '../../wiring/literal.ts'
import { canHappen } from '../../wiring/when.ts'

export const groupSizes: Check = {
  rules: [
    {
      code: 'E3706',
      level: 'error',
      title: 'An Auto Scaling group has at most as many instances at least as at most',
      help: '"MinSize" is not more than "MaxSize".',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::AutoScaling::AutoScalingGroup')) {
      for (const { places, when } of togetherAt(properties, 'MaxSize', 'MinSize')) {
        const [most, least] = places.map(({ value }) => numberIn(value))
        if (most === undefined || least === undefined || least <= most || !canHappen(template, [when]))
          continue
        report({
          path: places[0]?.path ?? properties.path,
          message: `"MaxSize" is ${most}, and "MinSize" ${least}`,
        })
      }
    }
  },
}
