import type { CloudformIntrinsic, Identity, Intrinsic, Json, Scalar, Value } from './value.ts'
import { CfstackError } from './error.ts'
import { raw, targetOf, withPlaces, type Anchor } from './intrinsic.ts'

/** `Ref` by logical id or parameter name, for what is not at hand as a value; `vpc.ref` is checked, this is not until the build. */
export function ref<T = string>(name: string): Intrinsic<T> {
  return raw({ Ref: name })
}

/** `Fn::GetAtt` by logical id and attribute; `vpc.att.CidrBlock` is checked, this is not until the build. */
export function getAtt<T = any>(id: string, attribute: Value<string>): Intrinsic<T> {
  return raw({ 'Fn::GetAtt': [id, attribute] })
}

/**
 * `Fn::Sub` as a template tag. Places take text, references and any other value; `${AWS::Region}` and the like may also be
 * written in the text itself with `\${AWS::Region}`.
 *
 * @example
 * sub`${bucket.att.Arn}/*`            // { "Fn::Sub": "${LogsBucket.Arn}/*" }
 */
export function sub(text: TemplateStringsArray, ...values: readonly Value<Scalar>[]): Intrinsic<string> {
  const places = new Map<string, Anchor>()
  const variables: Record<string, unknown> = {}
  const written = values.map((value) => place(value, places, variables))
  const whole = text.map((part, i) => part + (written[i] ?? '')).join('')
  const json = Object.keys(variables).length > 0 ? [whole, variables] : whole
  return withPlaces({ 'Fn::Sub': json }, places)
}

/** How a value is written inside the text: literally, as `${Id}`, as `${Id.Attribute}`, or as a variable. */
function place(
  value: Value<Scalar>,
  places: Map<string, Anchor>,
  variables: Record<string, unknown>,
): string {
  if (value === undefined || value === null)
    throw new CfstackError('E_SUB', `Cannot write \`sub\` text: one of its places is ${String(value)}`, {
      hint: 'Give it a value, or text that stands for none',
    })
  if (typeof value !== 'object') return String(value).replaceAll('${', '${!')
  const json = value as { Ref?: unknown; 'Fn::GetAtt'?: readonly unknown[] }
  const path = typeof json.Ref === 'string' ? json.Ref : json['Fn::GetAtt']?.join('.')
  if (path === undefined || path.includes('[object')) {
    const name = `Value${Object.keys(variables).length + 1}`
    variables[name] = value
    return `\${${name}}`
  }
  const target = targetOf(value)
  if (target !== undefined) places.set(path, target)
  return `\${${path}}`
}

/** `Fn::Join`: the values with the delimiter between them. */
export function join(delimiter: string, values: Value<readonly Value<Scalar>[]>): Intrinsic<string> {
  return raw({ 'Fn::Join': [delimiter, values] })
}

/** `Fn::Select`: the item at an index, from 0. */
export function select<const L extends Value<readonly any[]>>(
  index: Value<number>,
  list: L,
): Intrinsic<any, Identity<L extends readonly (infer Item)[] ? Item : L>> {
  return raw({ 'Fn::Select': [index, list] }) as never
}

/** `Fn::Split`: the parts of a text between delimiters. */
export function split(delimiter: string, text: Value<string>): Intrinsic<readonly string[]> {
  return raw({ 'Fn::Split': [delimiter, text] })
}

/** `Fn::GetAZs`: the names of a region's availability zones; of the stack's own region by default. */
export function getAZs(region: Value<string> = ''): Intrinsic<readonly string[]> {
  return raw({ 'Fn::GetAZs': region })
}

/** `Fn::Cidr`: `count` blocks (1 to 256) of 2^`cidrBits` addresses each, cut from an IPv4 or IPv6 block. */
export function cidr(
  block: Value<string>,
  count: Value<number>,
  cidrBits: Value<number>,
): Intrinsic<readonly string[]> {
  return raw({ 'Fn::Cidr': [block, count, cidrBits] })
}

/** `Fn::ImportValue`: the value of an export of another stack, in the same account and region. */
export function importValue<T = any>(exportName: Value<string>): Intrinsic<T> {
  return raw({ 'Fn::ImportValue': exportName })
}

/** Which output of which stack `getStackOutput` reads. */
export interface StackOutputReference {
  readonly StackName: Value<string>
  readonly OutputName: Value<string>
  /** The default is the region of the stack that reads. */
  readonly Region?: Value<string>
  /** ARN of a role in the other account, to read across accounts. */
  readonly RoleArn?: Value<string>
}

/** `Fn::GetStackOutput`: an output of another stack, in any region or account; CloudFormation does not protect it from changing. */
export function getStackOutput<T = any>(reference: StackOutputReference): Intrinsic<T> {
  return raw({ 'Fn::GetStackOutput': reference })
}

/** `Fn::Base64`: the text in base64, as user data wants it. */
export function base64(text: Value<string>): Intrinsic<string> {
  return raw({ 'Fn::Base64': text })
}

/** `Fn::ToJsonString`: an object or list as JSON text. The template must name the transform `AWS::LanguageExtensions`. */
export function toJsonString(value: object): Intrinsic<string> {
  return raw({ 'Fn::ToJsonString': value })
}

/** `Fn::Length`: the number of items of a list. The template must name the transform `AWS::LanguageExtensions`. */
export function length(list: Value<readonly any[]>): Intrinsic<number> {
  return raw({ 'Fn::Length': list })
}

/** `Fn::Transform`: what a macro makes of the parameters. */
export function transform<T = any>(
  name: string,
  parameters: { readonly [name: string]: Json } = {},
): Intrinsic<T> {
  return raw({ 'Fn::Transform': { Name: name, Parameters: parameters } })
}

/** `Fn::FindInMap` by the name of the mapping; `mapping().get()` is the checked form. */
export function findInMap<T = any>(
  name: Value<string>,
  topKey: Value<string>,
  secondKey: Value<string>,
  defaultValue?: Value<any>,
): Intrinsic<T> {
  const fallback = defaultValue === undefined ? [] : [{ DefaultValue: defaultValue }]
  return raw({ 'Fn::FindInMap': [name, topKey, secondKey, ...fallback] })
}

/** Anything of the `cloudform` package that stands for a value. */
export type { CloudformIntrinsic }
