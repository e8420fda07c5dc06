import { listAttributes } from '../../spec/generated/list-attributes.ts'
import { getAttParts } from '../attributes.ts'
import { isObject } from '../json.ts'
import { mayBe, type Kind } from '../shapes/shape.ts'
import { kindsAt } from '../properties/kinds-at.ts'
import type { TypeCatalog } from '../schemas/type-catalog.ts'
import type { TemplateView } from '../template-view.ts'

const scalar: readonly Kind[] = ['string', 'integer', 'number', 'boolean']

const known: { readonly [name: string]: readonly Kind[] } = {
  Condition: ['boolean'],
  'Fn::And': ['boolean'],
  'Fn::Base64': ['string'],
  'Fn::Cidr': ['list'],
  'Fn::Contains': ['boolean'],
  'Fn::EachMemberEquals': ['boolean'],
  'Fn::EachMemberIn': ['boolean'],
  'Fn::Equals': ['boolean'],
  'Fn::FindInMap': [...scalar, 'list'],
  'Fn::GetAZs': ['list'],
  'Fn::GetStackOutput': scalar,
  'Fn::ImportValue': scalar,
  'Fn::Join': ['string'],
  'Fn::Length': ['integer'],
  'Fn::Not': ['boolean'],
  'Fn::Or': ['boolean'],
  'Fn::Split': ['list'],
  'Fn::Sub': ['string'],
  'Fn::ToJsonString': ['string'],
}

/** The kinds of value that a function call can yield; undefined when it may be any. */
export function yieldsOf(
  name: string,
  argument: unknown,
  { parameters, resources, types }: TemplateView,
): readonly Kind[] | undefined {
  if (name === 'Fn::GetAtt') {
    const { id = '', attribute } = getAttParts(argument) ?? {}
    return attribute === undefined
      ? undefined
      : attributeKinds(resources.get(id)?.type ?? '', attribute, types)
  }
  if (name !== 'Ref') return Object.hasOwn(known, name) ? known[name] : undefined
  if (argument === 'AWS::NotificationARNs') return ['list']
  if (typeof argument !== 'string' || !Object.hasOwn(parameters, argument)) return undefined
  const parameter = parameters[argument]
  const type = isObject(parameter) ? parameter['Type'] : undefined
  if (typeof type !== 'string') return undefined
  return isListType(type) ? ['list'] : ['string']
}

/** Whether a parameter of this type holds a list. */
export function isListType(type: string): boolean {
  return /^(List<|CommaDelimitedList$|AWS::SSM::Parameter::Value<(List<|CommaDelimitedList>))/.test(type)
}

/** Attributes stand in the schema of the type, as properties that nobody sets; the specification knows more lists. */
export function attributeKinds(
  type: string,
  attribute: string,
  types: TypeCatalog,
): readonly Kind[] | undefined {
  const lists = Object.hasOwn(listAttributes, type) ? listAttributes[type] : undefined
  if (lists?.includes(attribute) === true) return ['list']
  // The one attribute that is a number as a property and a text as an attribute.
  if (type === 'AWS::DocDB::DBCluster' && attribute === 'Port') return ['string']
  const schema = types.schema(type)
  return schema && kindsAt(schema, attribute.split('.'))
}

/**
 * Whether what a function yields may stand where some kinds are wanted. CloudFormation reads texts and numbers as numbers and as true or
 * false, but does not make a text of an attribute that is none.
 */
export function mayStand(name: string, given: readonly Kind[], wanted: readonly Kind[]): boolean {
  if (name !== 'Fn::GetAtt') return mayBe(given, wanted)
  if (given.some((kind) => wanted.includes(kind))) return true
  const isReadable = wanted.includes('integer') || wanted.includes('boolean')
  return isReadable && given.some((kind) => scalar.includes(kind))
}
