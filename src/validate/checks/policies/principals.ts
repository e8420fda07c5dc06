import { isObject, kindOf, textOf } from '../../json.ts'
import { placesAt } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import type { Complain } from './statement.ts'
import { textsOf } from './values.ts'

const account = [
  /^\*$/,
  /^\d{12}$/,
  /^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:(?:root|user|group|role)/,
  /^arn:(aws|aws-cn|aws-us-gov):sts::\d{12}:assumed-role/,
  /^arn:(aws|aws-cn|aws-us-gov):iam::cloudfront:user\/.+$/,
]

/** Judges who a statement is about: `*`, or an object by kind of principal. */
export function judgePrincipals(principal: Place, complain: Complain): void {
  const { value } = principal
  if (value === undefined || value === '*' || isCall(value)) return
  if (!isObject(value)) {
    const wrong = typeof value === 'object' ? kindOf(value) : `"${textOf(value)}"`
    return complain(
      principal,
      `The principal is ${wrong}`,
      'A principal is "*" or an object such as { "Service": "ec2.amazonaws.com" }',
    )
  }
  for (const kind of ['AWS', 'CanonicalUser', 'Federated', 'Service']) {
    for (const one of placesAt(principal, kind).flatMap(textsOf)) {
      if (typeof one.value === 'object')
        complain(one, `The principal is ${kindOf(one.value)}, expected a text`)
      else if (kind === 'AWS' && !account.some((pattern) => pattern.test(String(one.value))))
        complain(
          one,
          `"${String(one.value)}" is no principal of AWS`,
          'Allowed: "*", an account id, or the ARN of an account, user or role',
        )
    }
  }
}
