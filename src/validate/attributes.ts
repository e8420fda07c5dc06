import type { Level } from './finding.ts'
import { suggestion } from './properties/suggestion.ts'
import type { TemplateView } from './template-view.ts'

/** What is known of `Fn::GetAtt` on an attribute. */
export type AttributeVerdict = 'exists' | 'missing' | 'undocumented'

/** Attributes that AWS documents and the specification lacks. */
const alsoThere: { readonly [type: string]: readonly string[] } = {
  'AWS::Elasticsearch::Domain': ['DomainArn'],
}

/**
 * Whether a resource type has an attribute; types that are not known, and those that make attributes up, have any. Some types let
 * their properties be read like attributes, without a list that says which: undocumented.
 */
export function judgeAttribute(
  type: string,
  attribute: string,
  { types }: Pick<TemplateView, 'types'>,
): AttributeVerdict {
  const made = madeOf(type)
  if (made !== undefined) return judgeMade(made, attribute, types)
  const known =
    type.startsWith('AWS::Serverless::') || type.endsWith('::MODULE') ? undefined : types.attributes(type)
  if (known === undefined || known.includes('*') || known.includes(attribute)) return 'exists'
  if (alsoThere[type]?.includes(attribute) === true) return 'exists'
  // An object may be read whole or by its parts, of which the specification lists one or the other.
  if (known.some((name) => name.startsWith(`${attribute}.`) || attribute.startsWith(`${name}.`)))
    return 'exists'
  const property = attribute.split('.')[0] as string
  const isProperty = Object.hasOwn(types.schema(type)?.properties ?? {}, property)
  return isProperty || attribute === 'Id' ? 'undocumented' : 'missing'
}

/** What the serverless transform makes under the same name. */
const serverless: { readonly [type: string]: string } = {
  'AWS::Serverless::Api': 'AWS::ApiGateway::RestApi',
  'AWS::Serverless::Function': 'AWS::Lambda::Function',
  'AWS::Serverless::HttpApi': 'AWS::ApiGatewayV2::Api',
  'AWS::Serverless::LayerVersion': 'AWS::Lambda::LayerVersion',
  'AWS::Serverless::SimpleTable': 'AWS::DynamoDB::Table',
  'AWS::Serverless::StateMachine': 'AWS::StepFunctions::StateMachine',
}

function madeOf(type: string): string | undefined {
  return Object.hasOwn(serverless, type) ? serverless[type] : undefined
}

/** With a dot, it may be an attribute of something else that the transform makes: `Alias.FunctionArn`. */
function judgeMade(made: string, attribute: string, types: TemplateView['types']): AttributeVerdict {
  const known = types.attributes(made) ?? ['*']
  const isKnown = known.includes('*') || known.includes(attribute) || attribute.includes('.')
  const isProperty = Object.hasOwn(types.schema(made)?.properties ?? {}, attribute)
  return isKnown || isProperty ? 'exists' : 'missing'
}

/** The problem with reading an attribute; undefined when there is none. */
export function attributeProblem(
  type: string,
  attribute: string,
  template: TemplateView,
): { readonly message: string; readonly hint: string | undefined; readonly level: Level } | undefined {
  const verdict = judgeAttribute(type, attribute, template)
  if (verdict === 'exists') return undefined
  const hint = suggestion(attribute, template.types.attributes(madeOf(type) ?? type) ?? [])
  return verdict === 'missing'
    ? { level: 'error', message: `${type} has no attribute "${attribute}"`, hint }
    : { level: 'warning', message: `${type} does not document an attribute "${attribute}"`, hint }
}

/** `Fn::GetAtt` as resource and attribute, of either notation; undefined when the resource is no plain text. */
export function getAttParts(
  argument: unknown,
): { readonly id: string; readonly attribute: string | undefined } | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.')
    return dot < 0 ? undefined : { id: argument.slice(0, dot), attribute: argument.slice(dot + 1) }
  }
  if (!Array.isArray(argument) || argument.length < 2 || typeof argument[0] !== 'string') return undefined
  const rest: readonly unknown[] = argument.slice(1)
  const attribute = rest.every((part) => typeof part === 'string') ? rest.join('.') : undefined
  return { id: argument[0], attribute }
}
