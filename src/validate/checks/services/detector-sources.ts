import type { Check } from '../../check.ts'
import { propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { canHappen } from '../../wiring/when.ts'

export const detectorSources: Check = {
  rules: [
    {
      code: 'E3063',
      level: 'error',
      title: 'A GuardDuty detector has data sources or features, not both',
      help: 'GuardDuty refuses a detector with both. "Features" is the newer of the two and covers more.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-guardduty-detector.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::GuardDuty::Detector')) {
      const hasBoth = togetherAt(properties, 'DataSources', 'Features').some(
        ({ places, when }) => places.every(({ value }) => value !== undefined) && canHappen(template, [when]),
      )
      if (hasBoth) report({ path: properties.path, message: 'Both "DataSources" and "Features" are given' })
    }
  },
}
