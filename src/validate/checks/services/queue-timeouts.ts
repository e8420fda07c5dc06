import type { Check } from '../../check.ts'
import { placesAt, propertiesOf, togetherAt } from '../../properties/places-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { numberIn } from '../../wiring/literal.ts'
import { placeOf, type Place } from '../../wiring/place.ts'
import { targetOf } from '../../wiring/target.ts'
import { canHappen } from '../../wiring/when.ts'

export const queueTimeouts: Check = {
  rules: [
    {
      code: 'E3505',
      level: 'error',
      title: 'A queue hides a message at least as long as the function that reads it may run',
      help:
        'Otherwise the message comes back while the function still works on it, so Lambda refuses the mapping. Set "VisibilityTimeout" (30 ' +
        'seconds when left out) to six times the "Timeout" of the function (3 when left out).',
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
    },
  ],
  run(template, report) {
    for (const mapping of propertiesOf(template, 'AWS::Lambda::EventSourceMapping')) {
      for (const { places, when } of togetherAt(mapping, 'EventSourceArn', 'FunctionName')) {
        const [source, target] = places as [Place, Place]
        for (const hidden of timesOf(source, 'AWS::SQS::Queue', 'VisibilityTimeout', template)) {
          const runs = timesOf(target, 'AWS::Lambda::Function', 'Timeout', template)
          const longer = runs.find(
            (run) =>
              seconds(hidden, 30) < seconds(run, 3) && canHappen(template, [when, hidden.when, run.when]),
          )
          if (longer === undefined) continue
          report({
            path: hidden.path,
            message: `A message is hidden for ${seconds(hidden, 30)} seconds, and the function may run ${seconds(longer, 3)}`,
          })
        }
      }
    }
  },
}

/** A time of the resource that a place names, in each case. */
function timesOf(place: Place, type: string, key: string, template: TemplateView): readonly Place[] {
  const target = targetOf(place, template)
  return target?.resource.type === type ? placesAt(placeOf(target.resource), `Properties.${key}`) : []
}

function seconds({ value }: Place, otherwise: number): number {
  return value === undefined ? otherwise : (numberIn(value) ?? NaN)
}
