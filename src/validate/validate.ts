import type { TypeModel } from '../codegen/type-model.ts'
import type { Check, Problem } from './check.ts'
import { checks } from './checks.ts'
import type { Finding, Level } from './finding.ts'
import { isObject, kindOf } from './json.ts'
import { sift, type SuppressedFinding, type Suppression } from './suppress.ts'
import { typeCatalog } from './schemas/type-catalog.ts'
import { viewOf } from './template-view.ts'

export interface ValidateOptions {
  /** Names of resources, parameters and the like to `file:line` of the code that made them, for example of the manifest. */
  readonly sources?: { readonly [logicalId: string]: string }
  /** Resource types besides the specification's: third-party, private, or newer ones. */
  readonly types?: readonly TypeModel[]
  /** Regions that the template is meant for, `['us-east-1']` when left out: what one of them lacks is found. */
  readonly regions?: readonly string[]
  /** The template as it was deployed or built before: changes that cannot be made to a stack are found. */
  readonly previous?: unknown
  /** The size of its file, when it is not the one that two spaces of indentation give. */
  readonly bytes?: number
  /** Codes, or beginnings of codes, that nobody wants to hear of. */
  readonly ignore?: readonly (string | Suppression)[]
}

/** What was found, and what was found and not wanted. */
export interface Examination {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
}

/** How deep a template may nest before it is refused unread. CloudFormation's own documents stay far below. */
const deepest = 200

/**
 * Finds what is wrong in a template, all at once, errors first in the order of the template. Never throws on a bad template:
 * anything may be passed that `JSON.parse` yields.
 *
 * @example
 * validate({ Resources: { Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicNam: 'a' } } } })
 * // [{ code: 'E3002', level: 'error', path: ['Resources', 'Topic', 'Properties', 'TopicNam'], logicalId: 'Topic', … }]
 */
export function validate(template: unknown, options: ValidateOptions = {}): readonly Finding[] {
  return examine(template, options).findings
}

/** Like {@link validate}, and says what was suppressed, and why. */
export function examine(template: unknown, options: ValidateOptions = {}): Examination {
  if (!isObject(template)) return refused(`The template is ${kindOf(template)}, expected an object`)
  if (isDeeperThan(template, deepest)) return refused(`The template nests more than ${deepest} levels deep`)
  const view = viewOf(template, typeCatalog(options.types), options)
  const found: Finding[] = []
  for (const check of checks) check.run(view, (problem) => found.push(toFinding(check, problem, options)))
  found.sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error'))
  return sift(found, template, options.ignore ?? [])
}

function refused(message: string): Examination {
  return { findings: [{ code: 'E0000', level: 'error', path: [], message }], suppressed: [] }
}

function toFinding(check: Check, problem: Problem, { sources }: ValidateOptions): Finding {
  const { path, message, hint, code = check.rules[0].code, level = levelOf(check, code) } = problem
  const logicalId = path[0] === 'Resources' && typeof path[1] === 'string' ? path[1] : undefined
  const element = path.length > 1 ? String(path[1]) : ''
  const source = sources !== undefined && Object.hasOwn(sources, element) ? sources[element] : undefined
  return {
    code,
    level,
    path,
    ...(logicalId !== undefined && { logicalId }),
    message,
    ...(hint !== undefined && { hint }),
    ...(source !== undefined && { source }),
  }
}

function levelOf({ rules }: Check, code: string): Level {
  return (rules.find((rule) => rule.code === code) ?? rules[0]).level
}

/** Without recursion, so that no input overflows the stack. */
function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return limit < 0 || Object.values(value).some((inner) => isDeeperThan(inner, limit - 1))
}
