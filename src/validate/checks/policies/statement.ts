import { isObject, kindOf, textOf } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { placesAt, togetherAt } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'
import { judgeConditions } from './condition-block.ts'
import type { PolicyKind } from './policies-in.ts'
import { judgePrincipals } from './principals.ts'
import { isArnOrStar, textsOf } from './values.ts'

/** Takes what is wrong with a part of a policy. */
export type Complain = (at: Place, message: string, hint?: string) => void

const always = ['Sid', 'Effect', 'Action', 'NotAction', 'Condition']
const principals = ['Principal', 'NotPrincipal']
const resources = ['Resource', 'NotResource']

const keysOf: { readonly [kind in PolicyKind]: readonly string[] } = {
  identity: [...always, ...resources],
  trust: [...always, ...principals],
  resource: [...always, ...principals, ...resources],
  repository: [...always, ...principals, ...resources],
  attached: [...always, ...principals, ...resources],
}

/** Of each pair, a statement has one and only one. */
const pairsOf: { readonly [kind in PolicyKind]: readonly (readonly string[])[] } = {
  identity: [['Action', 'NotAction'], resources],
  trust: [['Action', 'NotAction'], principals],
  resource: [['Action', 'NotAction'], resources, principals],
  repository: [['Action', 'NotAction'], principals],
  attached: [['Action', 'NotAction']],
}

/** Judges one statement of a policy document. */
export function judgeStatement(
  statement: Place,
  kind: PolicyKind,
  template: TemplateView,
  complain: Complain,
): void {
  const { value, path } = statement
  if (isCall(value)) return
  if (!isObject(value)) return complain(statement, `The statement is ${kindOf(value)}, expected an object`)
  for (const key of Object.keys(value)) {
    if (keysOf[kind].includes(key) || placesAt(statement, key).every((at) => at.value === undefined)) continue
    const at = { ...statement, path: [...path, key] }
    complain(at, `A statement of this policy has no "${key}"`, suggestion(key, keysOf[kind]))
  }
  for (const pair of pairsOf[kind]) judgePair(statement, pair, template, complain)
  for (const effect of placesAt(statement, 'Effect')) judgeEffect(effect, template, complain)
  for (const sid of placesAt(statement, 'Sid')) judgeSid(sid, kind, complain)
  for (const key of ['Action', 'NotAction']) judgeTexts(placesAt(statement, key), key, complain)
  for (const key of resources) judgeResources(placesAt(statement, key), key, kind, complain)
  for (const key of principals.filter((one) => keysOf[kind].includes(one)))
    for (const principal of placesAt(statement, key)) judgePrincipals(principal, complain)
  for (const block of placesAt(statement, 'Condition')) judgeConditions(block, complain)
}

function judgePair(
  statement: Place,
  pair: readonly string[],
  template: TemplateView,
  complain: Complain,
): void {
  for (const { places, when } of togetherAt(statement, ...pair)) {
    const there = places.filter(({ value }) => value !== undefined).length
    if (there === 1 || !canHappen(template, [when])) continue
    const [first, second] = pair
    return complain(
      statement,
      there === 0
        ? `The statement has neither "${first}" nor "${second}"`
        : `The statement has both "${first}" and "${second}"`,
    )
  }
}

function judgeEffect(effect: Place, template: TemplateView, complain: Complain): void {
  const { value, when } = effect
  if (value === undefined && canHappen(template, [when])) {
    complain({ ...effect, path: effect.path.slice(0, -1) }, 'The statement has no "Effect"')
  } else if (value !== undefined && !isCall(value) && value !== 'Allow' && value !== 'Deny') {
    complain(effect, `"${textOf(value)}" is no effect`, 'Allowed: Allow, Deny')
  }
}

function judgeSid(sid: Place, kind: PolicyKind, complain: Complain): void {
  const { value } = sid
  if (value === undefined || isCall(value)) return
  if (typeof value === 'object') complain(sid, `The Sid is ${kindOf(value)}, expected a text`)
  else if (kind === 'identity' && !/^[A-Za-z0-9]+$/.test(String(value)))
    complain(sid, `The Sid "${String(value)}" is not alphanumeric`)
}

/** The values must be a text or a list of texts. */
function judgeTexts(places: readonly Place[], key: string, complain: Complain): void {
  for (const place of places) {
    if (Array.isArray(place.value) && place.value.length === 0 && key.endsWith('Action'))
      complain(place, `"${key}" is empty`)
    for (const one of textsOf(place)) {
      if (typeof one.value === 'object')
        complain(one, `"${key}" has ${kindOf(one.value)} where a text is expected`)
    }
  }
}

function judgeResources(places: readonly Place[], key: string, kind: PolicyKind, complain: Complain): void {
  judgeTexts(places, key, complain)
  // The ARNs of "Resource" in a policy of a resource are judged under a code of their own.
  if (kind === 'attached' || (kind === 'resource' && key === 'Resource')) return
  for (const place of places.flatMap(textsOf)) {
    if (typeof place.value !== 'object' && !isArnOrStar(String(place.value)))
      complain(
        place,
        `"${String(place.value)}" is no ARN`,
        'An ARN reads arn:partition:service:region:account:resource; "*" stands for all',
      )
  }
}
