import type { Check, Problem } from '../../check.ts'
import { isObject, kindOf, textOf } from '../../json.ts'
import { suggestion } from '../../properties/suggestion.ts'
import { placesAt } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'
import { canHappen } from '../../wiring/when.ts'
import type { TemplateView } from '../../template-view.ts'
import { policiesIn, type Policy, type PolicyKind } from './policies-in.ts'
import { judgeStatement, type Complain } from './statement.ts'

const codes: { readonly [kind in PolicyKind]: string } = {
  identity: 'E3510',
  trust: 'E3530',
  resource: 'E3512',
  repository: 'E3513',
  attached: 'E3512',
}

const help =
  'IAM reads a policy only when the stack is deployed, and refuses the whole resource for one wrong word. Statements have "Effect", ' +
  '"Action" or "NotAction", and "Resource" or "NotResource"; '

export const policyDocuments: Check = {
  rules: [
    {
      code: 'E3510',
      level: 'error',
      title: 'Policies of users, groups and roles are written as IAM reads them',
      help: `${help}the principal is the one who holds the policy, so none is named.`,
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
    },
    {
      code: 'E3512',
      level: 'error',
      title: 'Policies of resources are written as IAM reads them',
      help: `${help}"Principal" or "NotPrincipal" says who may use the resource.`,
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html',
    },
    {
      code: 'E3513',
      level: 'error',
      title: 'Policies of image repositories are written as IAM reads them',
      help: 'The policy of a repository names a principal and actions, and no resource: it is about the repository that holds it.',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
    },
    {
      code: 'E3530',
      level: 'error',
      title: 'Trust policies of roles are written as IAM reads them',
      help: 'A trust policy says who may assume the role: "Effect", "Principal" and "Action", and no resource.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    },
  ],
  run(template, report) {
    for (const policy of policiesIn(template)) judge(policy, template, report)
  },
}

function judge(policy: Policy, template: TemplateView, report: (problem: Problem) => void): void {
  const { kind, document, isText } = policy
  const complain: Complain = (at, message, hint) =>
    report({ code: codes[kind], path: isText ? document.path : at.path, message, hint })
  const { value, path } = document
  if (!isObject(value)) return complain(document, `The policy is ${kindOf(value)}, expected an object`)
  for (const key of Object.keys(value)) {
    if (['Id', 'Version', 'Statement'].includes(key)) continue
    complain(
      { ...document, path: [...path, key] },
      `A policy has no "${key}"`,
      suggestion(key, ['Id', 'Version', 'Statement']),
    )
  }
  for (const version of placesAt(document, 'Version')) judgeVersion(version, complain)
  for (const statement of placesAt(document, 'Statement')) {
    if (statement.value === undefined) {
      if (canHappen(template, [statement.when])) complain(document, 'The policy has no "Statement"')
    } else judgeStatements(statement, policy, template, complain)
  }
}

function judgeVersion(version: Place, complain: Complain): void {
  const { value } = version
  if (value === undefined || isCall(value) || value === '2012-10-17' || value === '2008-10-17') return
  complain(version, `"${textOf(value)}" is no version of the policy language`, 'Use "2012-10-17", in quotes')
}

function judgeStatements(
  statements: Place,
  { kind, type }: Policy,
  template: TemplateView,
  complain: Complain,
): void {
  if (!Array.isArray(statements.value)) return judgeStatement(statements, kind, template, complain)
  const all = placesAt(statements, '*')
  for (const statement of all) judgeStatement(statement, kind, template, complain)
  if (type === 'AWS::S3::BucketPolicy' || kind === 'repository' || kind === 'attached') return
  const sids = all
    .flatMap((statement) => placesAt(statement, 'Sid'))
    .filter(({ value }) => typeof value === 'string')
  const seen = new Map<unknown, Place>()
  for (const sid of sids) {
    const earlier = seen.get(sid.value)
    if (earlier !== undefined && canHappen(template, [earlier.when, sid.when]))
      complain(sid, `The Sid "${String(sid.value)}" stands in two statements`)
    seen.set(sid.value, sid)
  }
}
