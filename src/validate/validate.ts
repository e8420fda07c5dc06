import type { TypeModel } from '../codegen/type-model.ts'
import type { Finding } from './finding.ts'
import { isObject, kindOf } from './json.ts'
import { linterSettings } from './linter-settings.ts'
import { tooMuch } from './measure.ts'
import { startTimer } from './timer.ts'
import { sift, type SuppressedFinding, type Wishes } from './suppress.ts'
import { typeCatalog } from './schemas/type-catalog.ts'
import { runChecks } from './run-checks.ts'
import { viewOf } from './template-view.ts'

export interface ValidateOptions extends Wishes {
  /** Names of resources, parameters and the like to `file:line` of the code that made them, for example of the manifest. */
  readonly sources?: { readonly [logicalId: string]: string }
  /** Resource types besides the specification's: third-party, private, or newer ones. */
  readonly types?: readonly TypeModel[]
  /** Regions that the template is meant for: what one of them lacks is found. When left out, those that it names itself, or us-east-1. */
  readonly regions?: readonly string[]
  /** The template as it was deployed or built before: changes that cannot be made to a stack are found. */
  readonly previous?: unknown
  /** The size of its file; without spaces and line breaks when left out. */
  readonly bytes?: number
  /** Gives templates that this one names by their file, as `./network.yaml` of a nested stack: they are not read when left out. */
  readonly templateAt?: (location: string) => unknown
  /** How long the template may be looked at; 1,500 when left out. What was not decided by then is an info finding. */
  readonly milliseconds?: number
}

/** What was found, and what was found and not wanted. */
export interface Examination {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly SuppressedFinding[]
}

/** How long a template is looked at, in milliseconds, when nothing else is said. */
export const patience = 1500

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
  const excess = tooMuch(template)
  if (excess !== undefined) return refused(excess)
  const timer = startTimer(options.milliseconds ?? patience)
  const { regions = linterSettings(template).regions } = options
  const view = viewOf(template, typeCatalog(options.types), { ...options, regions, timer })
  const found = [...runChecks(view, { written: template, timer, sources: options.sources ?? {} })]
  found.sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error'))
  return sift(found, view.root, options)
}

function refused(message: string): Examination {
  return { findings: [{ code: 'E0000', level: 'error', path: [], message }], suppressed: [] }
}
