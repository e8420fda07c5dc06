import type { Check } from '../../check.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall } from '../../wiring/place.ts'

export const scheduleExpressions: Check = {
  rules: [
    {
      code: 'E3027',
      level: 'error',
      title: 'The schedule of a rule is a rate or a cron expression of EventBridge',
      help:
        'rate(1 hour), rate(5 minutes): singular for one, plural for more. cron(0 10 * * ? *): six fields, and of day-of-month and ' +
        'day-of-week one must be "?".',
      source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html',
    },
  ],
  run(template, report) {
    for (const properties of propertiesOf(template, 'AWS::Events::Rule')) {
      for (const { value, path } of placesAt(properties, 'ScheduleExpression')) {
        if (typeof value !== 'string' || isCall(value)) continue
        const wrong = wrongWith(value)
        if (wrong !== undefined) report({ path, message: `"${value}" ${wrong}` })
      }
    }
  },
}

/** What keeps EventBridge from reading a schedule. */
function wrongWith(expression: string): string | undefined {
  const [, kind, inner = ''] = /^(rate|cron)\(([^)]*)\)$/.exec(expression) ?? []
  if (kind === undefined) return 'is neither rate(…) nor cron(…)'
  const fields = inner.split(' ')
  if (kind === 'rate') return wrongRate(fields)
  if (fields.length !== 6) return `has ${fields.length} fields, expected 6`
  return fields[2] !== '?' && fields[4] !== '?'
    ? 'sets both day-of-month and day-of-week; one must be "?"'
    : undefined
}

function wrongRate([count = '', unit = '', ...more]: readonly string[]): string | undefined {
  if (unit === '' || more.length > 0 || !/^\d+$/.test(count)) return 'is not of the form rate(5 minutes)'
  if (Number(count) === 0) return 'must be more than 0'
  const units = Number(count) === 1 ? ['minute', 'hour', 'day'] : ['minutes', 'hours', 'days']
  return units.includes(unit) ? undefined : `has the unit "${unit}", expected one of ${units.join(', ')}`
}
