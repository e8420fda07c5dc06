import { isObject, kindOf, textOf } from '../../json.ts'
import { suggestion } from '../../properties/explain.ts'
import { canHold, isCall, readAt, readTogether, type Reading } from '../../properties/read-at.ts'
import type { TemplateView } from '../../template-view.ts'
import { judgeConditions } from './condition-block.ts'
import type { PolicyKind } from './policies-in.ts'
import { judgePrincipals } from './principals.ts'
import { isArnOrStar, textsOf } from './values.ts'

/** Takes what is wrong with a part of a policy. */
export type Complain = (at: Reading, message: string, hint?: string) => void

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
  statement: Reading,
  kind: PolicyKind,
  template: TemplateView,
  complain: Complain,
): void {
  const { value, path } = statement
  if (isCall(value)) return
  if (!isObject(value)) return complain(statement, `The statement is ${kindOf(value)}, expected an object`)
  for (const key of Object.keys(value)) {
    if (keysOf[kind].includes(key) || readAt(statement, key).every((at) => at.value === undefined)) continue
    const at = { ...statement, path: [...path, key] }
    complain(at, `A statement of this policy has no "${key}"`, suggestion(key, keysOf[kind]))
  }
  for (const pair of pairsOf[kind]) judgePair(statement, pair, template, complain)
  for (const effect of readAt(statement, 'Effect')) judgeEffect(effect, template, complain)
  for (const sid of readAt(statement, 'Sid')) judgeSid(sid, kind, complain)
  for (const key of ['Action', 'NotAction']) judgeTexts(readAt(statement, key), key, complain)
  for (const key of resources) judgeResources(readAt(statement, key), key, kind, complain)
  for (const key of principals.filter((one) => keysOf[kind].includes(one)))
    for (const principal of readAt(statement, key)) judgePrincipals(principal, complain)
  for (const block of readAt(statement, 'Condition')) judgeConditions(block, complain)
}

function judgePair(
  statement: Reading,
  pair: readonly string[],
  template: TemplateView,
  complain: Complain,
): void {
  for (const { values, holds } of readTogether(statement, pair)) {
    const there = values.filter(({ value }) => value !== undefined).length
    if (there === 1 || !canHold(holds, template)) continue
    const [first, second] = pair
    return complain(
      statement,
      `The statement has ${there === 0 ? 'neither' : 'both'} "${first}" and "${second}"`,
    )
  }
}

function judgeEffect(effect: Reading, template: TemplateView, complain: Complain): void {
  const { value, holds } = effect
  if (value === undefined && canHold(holds, template)) {
    complain({ ...effect, path: effect.path.slice(0, -1) }, 'The statement has no "Effect"')
  } else if (value !== undefined && !isCall(value) && value !== 'Allow' && value !== 'Deny') {
    complain(effect, `"${textOf(value)}" is no effect`, 'Allowed: Allow, Deny')
  }
}

function judgeSid(sid: Reading, kind: PolicyKind, complain: Complain): void {
  const { value } = sid
  if (value === undefined || isCall(value)) return
  if (typeof value === 'object') complain(sid, `The Sid is ${kindOf(value)}, expected a text`)
  else if (kind === 'identity' && !/^[A-Za-z0-9]+$/.test(String(value)))
    complain(sid, `The Sid "${String(value)}" is not alphanumeric`)
}

/** The values must be a text or a list of texts. */
function judgeTexts(readings: readonly Reading[], key: string, complain: Complain): void {
  for (const reading of readings) {
    if (Array.isArray(reading.value) && reading.value.length === 0 && key.endsWith('Action'))
      complain(reading, `"${key}" is empty`)
    for (const one of textsOf(reading)) {
      if (typeof one.value === 'object')
        complain(one, `"${key}" has ${kindOf(one.value)} where a text is expected`)
    }
  }
}

function judgeResources(
  readings: readonly Reading[],
  key: string,
  kind: PolicyKind,
  complain: Complain,
): void {
  judgeTexts(readings, key, complain)
  // The ARNs of "Resource" in a policy of a resource are judged under a code of their own.
  if (kind === 'attached' || (kind === 'resource' && key === 'Resource')) return
  for (const reading of readings.flatMap(textsOf)) {
    if (typeof reading.value !== 'object' && !isArnOrStar(String(reading.value)))
      complain(
        reading,
        `"${String(reading.value)}" is no ARN`,
        'An ARN reads arn:partition:service:region:account:resource; "*" stands for all',
      )
  }
}
