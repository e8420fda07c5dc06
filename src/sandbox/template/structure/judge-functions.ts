import { usesIn, type IntrinsicUse } from '../../../validate/intrinsic-uses.ts'
import { validationError } from '../../service-error.ts'
import type { JsonObject } from '../../world.ts'
import { malformedCall, type JudgedFunction } from '../functions/malformed-call.ts'
import { functionForms } from './function-forms.ts'
import { sectionOf } from './section-of.ts'

/** Those of every template, in the order in which CloudFormation lists them. */
const supported = [
  'Fn::Base64',
  'Fn::GetAtt',
  'Fn::GetAZs',
  'Fn::ImportValue',
  'Fn::Join',
  'Fn::Split',
  'Fn::FindInMap',
  'Fn::Select',
  'Ref',
  'Fn::Equals',
  'Fn::If',
  'Fn::Not',
  'Condition',
  'Fn::And',
  'Fn::Or',
  'Fn::Contains',
  'Fn::EachMemberEquals',
  'Fn::EachMemberIn',
  'Fn::ValueOf',
  'Fn::ValueOfAll',
  'Fn::RefAll',
  'Fn::Sub',
  'Fn::Cidr',
]

/** Newer than the list. */
const alsoSupported = new Set(['Fn::GetStackOutput', 'Fn::Transform'])

const ofLanguageExtensions = new Set(['Fn::Length', 'Fn::ToJsonString'])

/** Throws for functions that do not exist, are malformed, or name a condition that does not exist. */
export function judgeFunctions(template: JsonObject, isExtended: boolean): void {
  const conditions = sectionOf(template, 'Conditions')
  for (const section of ['Conditions', 'Resources', 'Outputs'])
    for (const use of usesIn(template[section], [section])) {
      judgeName(use, isExtended)
      judgeForm(use)
      if (section === 'Conditions' && use.name === 'Fn::ImportValue')
        throw validationError('Template error: Cannot use Fn::ImportValue in Conditions.')
      if (use.name !== 'Fn::If') continue
      const [name] = use.argument as readonly string[]
      if (!Object.hasOwn(conditions, String(name)))
        throw validationError(`Template error: unresolved condition dependency ${name} in Fn::If`)
    }
}

function judgeName({ name }: IntrinsicUse, isExtended: boolean): void {
  if (supported.includes(name) || alsoSupported.has(name)) return
  if (isExtended && ofLanguageExtensions.has(name)) return
  throw validationError(
    `Template error: Encountered unsupported function: ${name} Supported functions are: [${supported.join(', ')}]`,
  )
}

function judgeForm({ name, argument }: IntrinsicUse): void {
  if (!Object.hasOwn(functionForms, name)) return
  if (!functionForms[name as JudgedFunction](argument)) throw malformedCall(name as JudgedFunction)
}
