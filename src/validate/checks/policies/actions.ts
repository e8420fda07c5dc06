import type { Check } from '../../check.ts'
import { didYouMean } from '../../../model/did-you-mean.ts'
import { placesAt } from '../../properties/places-at.ts'
import { serviceActions, servicePrefixes } from '../../schemas/extension-schemas.ts'
import { policiesIn } from './policies-in.ts'
import { textsOf } from './values.ts'

/** Whose actions alone the policies of these resources take. */
const services: { readonly [type: string]: string } = {
  'AWS::S3::BucketPolicy': 's3',
  'AWS::SNS::TopicPolicy': 'sns',
  'AWS::SQS::QueuePolicy': 'sqs',
}

export const actions: Check = {
  rules: [
    {
      code: 'W3037',
      level: 'warning',
      title: 'The actions of policies exist',
      help: 'IAM takes any text for an action, so that a misspelled one allows nothing without a word. New services may have actions that are not known here yet.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    },
  ],
  run(template, report) {
    if (template.transforms.some((name) => name.startsWith('AWS::Serverless'))) return
    for (const { document, isText, type } of policiesIn(template)) {
      const only = Object.hasOwn(services, type) ? services[type] : undefined
      const whole = placesAt(document, 'Statement')
      const statements = whole.flatMap((one) => (Array.isArray(one.value) ? placesAt(one, '*') : [one]))
      const places = statements.flatMap((one) => ['Action', 'NotAction'].flatMap((key) => placesAt(one, key)))
      for (const { value, path } of places.flatMap(textsOf)) {
        const wrong = typeof value === 'string' ? wrongWith(value, only) : undefined
        // To find a name that is like another takes as long as many other things.
        if (wrong !== undefined) template.effort.spend(100)
        if (wrong !== undefined) report({ path: isText ? document.path : path, ...wrong })
      }
    }
  },
}

interface Wrong {
  readonly message: string
  readonly hint?: string | undefined
}

function wrongWith(action: string, only: string | undefined): Wrong | undefined {
  if (action === '*') return undefined
  const [prefix = '', name] = action.toLowerCase().split(/:(.*)/s, 2)
  if (name === undefined)
    return { message: `"${action}" is no action`, hint: 'An action reads service:Action, or "*"' }
  if (/[*?]/.test(prefix)) return undefined
  if (only !== undefined && prefix !== only)
    return { message: `"${action}" is no action of ${only}, which this policy is for` }
  const known = serviceActions(prefix)
  if (known === undefined) {
    const near = didYouMean(prefix, servicePrefixes())
    return { message: `There is no service "${prefix}"`, hint: near && `Did you mean "${near}"?` }
  }
  if (Object.hasOwn(known.Actions, name)) return undefined
  const names = Object.keys(known.Actions)
  if (/[*?]/.test(name) && names.some((one) => fits(one, name))) return undefined
  const near = didYouMean(name, names)
  return { message: `There is no action "${action}"`, hint: near && `Did you mean "${prefix}:${near}"?` }
}

/** Whether a name is one of those that a pattern with `*` and `?` stands for. Goes back at most once for each letter. */
function fits(name: string, pattern: string): boolean {
  let [at, of, star, mark] = [0, 0, -1, 0]
  while (at < name.length) {
    if (of < pattern.length && (pattern[of] === '?' || pattern[of] === name[at])) {
      at++
      of++
    } else if (pattern[of] === '*') {
      star = of++
      mark = at
    } else if (star >= 0) {
      of = star + 1
      at = ++mark
    } else return false
  }
  return /^\*?$/.test(pattern.slice(of).replace(/\*+/g, '*'))
}
