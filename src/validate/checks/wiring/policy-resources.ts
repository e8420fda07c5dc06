import type { Check, Problem } from '../../check.ts'
import type { TemplateView } from '../../template-view.ts'
import { kindOfAction } from '../../wiring/action-kinds.ts'
import { matchesAction } from '../../wiring/action-patterns.ts'
import { textIn } from '../../wiring/literal.ts'
import { read, readItems, type Place } from '../../wiring/place.ts'
import { resourceKind, type ResourceKind } from '../../wiring/resource-kinds.ts'
import { policiesIn } from '../policies/policies-in.ts'

const source =
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html'

/** Statements that give, or take, nothing, because their actions are about another kind of resource than they name. */
export const policyResources: Check = {
  rules: [
    {
      code: 'CFS1601',
      level: 'warning',
      title: 'A statement names the kind of resource that its actions are about',
      help:
        'An action applies only to its own kind of resource: "s3:ListBucket" to a bucket and not to its objects, "s3:GetObject" to objects ' +
        'and not to the bucket, reading a stream to the stream and not to the table, decrypting to a key and not to its alias. With another ' +
        'kind the statement is accepted, and access is denied when it is needed. Name the other kind, too.',
      source,
    },
    {
      code: 'CFS1602',
      level: 'warning',
      title: 'Actions that are about no resource are given for all',
      help:
        'Listing and describing are often about no resource in particular, and so is a login to the image registry. IAM matches them with ' +
        '"Resource": "*" only; given with an ARN, they are denied. Put them into a statement of their own.',
      source,
    },
  ],
  run(template, report) {
    // The policy of an endpoint or a repository is about what it is attached to.
    const documents = policiesIn(template).filter(
      ({ kind, isText }) => !isText && (kind === 'identity' || kind === 'resource'),
    )
    const statements = documents.flatMap(({ document }) => statementsOf(document, template))
    // What a role may do is the sum of its policies.
    for (const [owner, own] of byOwner(statements)) {
      const granted = grantedBy(own)
      const isDone = template.effort.within(most, () => {
        for (const statement of own) judge(statement, granted, template, report)
      })
      if (!isDone) template.effort.leaveUndecided(owner)
    }
  },
}

/** The most steps for the policies of one resource. */
const most = 20_000

function byOwner(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const found = new Map<string, Statement[]>()
  for (const statement of statements) {
    const owner = String(statement.place.path[1])
    const own = found.get(owner)
    if (own === undefined) found.set(owner, [statement])
    else own.push(statement)
  }
  return found
}

interface Statement {
  readonly place: Place
  readonly actions: readonly Place[]
  /** Of each resource that it names; undefined for `NotResource`, or when it is not known what it names. */
  readonly kinds: readonly ResourceKind[] | undefined
  readonly resources: readonly Place[]
  readonly isAllow: boolean
}

function statementsOf(document: Place, template: TemplateView): readonly Statement[] {
  const all = read(document, 'Statement').flatMap((place) =>
    Array.isArray(place.value) ? readItems(place) : [place],
  )
  return all.map((place) => {
    const listed = (name: string): readonly Place[] =>
      read(place, name)
        .flatMap((one) => (Array.isArray(one.value) ? readItems(one) : [one]))
        .filter(({ value }) => value !== undefined)
    const resources = listed('Resource')
    const kinds = resources.map(({ value }) => resourceKind(value, template))
    const isKnown = resources.length > 0 && !kinds.includes('unknown')
    const isAllow = read(place, 'Effect').some(({ value }) => value === 'Allow')
    return { place, actions: listed('Action'), kinds: isKnown ? kinds : undefined, resources, isAllow }
  })
}

function judge(
  statement: Statement,
  granted: Granted,
  template: TemplateView,
  report: (problem: Problem) => void,
): void {
  const { actions, kinds, resources, isAllow } = statement
  const [first] = resources
  if (kinds === undefined || first === undefined || kinds.includes('any')) return
  const namedKinds = new Set(kinds)
  const idle = actions.flatMap(({ value }) => {
    const action = textIn(value) ?? ''
    // A pattern is compared with every action of its service.
    template.effort.spend(/[*?]/.test(action) ? 32 : 1)
    const kind = kindOfAction(action)
    const isServed =
      kind === undefined ||
      namedKinds.has(kind) ||
      ([everyKind, kind] as const).some((one) => serves(granted.get(one), action, template))
    return isServed ? [] : [{ action, kind }]
  })
  const effect = isAllow ? 'not given' : 'not denied'
  for (const wanted of new Set(idle.map(({ kind }) => kind))) {
    const names = idle.filter(({ kind }) => kind === wanted).map(({ action }) => `"${action}"`)
    const isUnscoped = wanted === 'any'
    const named = [...new Set(kinds)].map((kind) => words[kind]).join(' and ')
    report({
      code: isUnscoped ? 'CFS1602' : 'CFS1601',
      path: first.path,
      message: isUnscoped
        ? `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} about no resource, and the statement names some: ${names.length === 1 ? 'it is' : 'they are'} ${effect}`
        : `${names.join(', ')} ${names.length === 1 ? 'works' : 'work'} on ${words[wanted as ResourceKind]}, and the statement names only ${named}: ${names.length === 1 ? 'it is' : 'they are'} ${effect}`,
      hint: isUnscoped
        ? 'Put them into a statement with "Resource": "*"'
        : (hints[wanted as ResourceKind] ?? 'Name the other kind, too'),
    })
  }
}

/** The actions that are given for one kind of resource. */
interface Actions {
  /** Whether any may be among them. */
  isOpen: boolean
  readonly exact: Set<string>
  readonly patterns: string[]
}

/** Stands for statements that are about all kinds of resources, or about what is not known. */
const everyKind = 'every'

type Granted = ReadonlyMap<ResourceKind | typeof everyKind, Actions>

/** What several statements allow, by the kinds of resources that they name. */
function grantedBy(statements: readonly Statement[]): Granted {
  const granted = new Map<ResourceKind | typeof everyKind, Actions>()
  for (const { isAllow, actions, kinds, place } of statements) {
    if (!isAllow) continue
    const isOpen = read(place, 'NotAction').some(({ value }) => value !== undefined)
    const named = kinds === undefined || kinds.includes('any') ? [everyKind] : new Set(kinds)
    for (const kind of named as Iterable<ResourceKind | typeof everyKind>) {
      const known = granted.get(kind) ?? { isOpen: false, exact: new Set(), patterns: [] }
      known.isOpen ||= isOpen
      for (const { value } of actions) addAction(textIn(value)?.toLowerCase(), known)
      granted.set(kind, known)
    }
  }
  return granted
}

function addAction(action: string | undefined, known: Actions): void {
  if (action === undefined) known.isOpen = true
  else if (/[*?]/.test(action)) known.patterns.push(action)
  else known.exact.add(action)
}

/** Whether the statements give the action for what it is about, or may. */
function serves(known: Actions | undefined, action: string, { effort }: TemplateView): boolean {
  if (known === undefined || known.isOpen || known.exact.has(action.toLowerCase())) return known !== undefined
  effort.spend(known.patterns.length)
  return known.patterns.some((pattern) => matchesAction(pattern, action))
}

const words: { readonly [kind in ResourceKind]: string } = {
  alias: 'aliases',
  any: 'everything',
  bucket: 'buckets',
  index: 'indexes',
  key: 'keys',
  object: 'objects',
  one: 'other resources',
  stream: 'streams',
  table: 'tables',
  unknown: 'what is not known',
}

const hints: { readonly [kind in ResourceKind]?: string } = {
  bucket: 'Name the bucket, too: its ARN without "/*"',
  key: 'Name the key by its ARN',
  object: 'Name the objects, too: the ARN of the bucket with "/*"',
  stream: 'Name the stream: "StreamArn" of the table',
  table: 'Name the table, too: its ARN without "/index/*"',
}
