import type { Check } from '../../check.ts'
import { propertiesOf, togetherAt } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && !isCall(value)

export const recordNames: Check = {
  rules: [
    {
      code: 'E3041',
      level: 'error',
      title: 'The name of a record lies in its hosted zone, whose name ends in a dot',
      help: 'Route 53 looks the zone up by its full name, "example.com." with the dot, and takes only records at or below it.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::Route53::RecordSet')) {
      for (const { places, when } of togetherAt(properties, 'Name', 'HostedZoneName')) {
        const [name, zone] = places
        if (!isText(name?.value) || !isText(zone?.value) || !canHappen(template, [when])) continue
        const [full, end] = [name.value, zone.value].map((text) => (text.endsWith('.') ? text : `${text}.`))
        if (end !== zone.value)
          report({
            path: zone.path,
            message: `"${zone.value}" has no dot at its end`,
            hint: `Write "${end}"`,
          })
        if (full !== end && full?.endsWith(`.${end}`) !== true)
          report({ path: name.path, message: `"${name.value}" is not in the zone "${zone.value}"` })
      }
    }
  },
}
