declare const yields: unique symbol
declare const identifies: unique symbol

/** A string, number or boolean: CloudFormation turns each into the one that a property wants. */
export type Scalar = string | number | boolean

/**
 * A function of CloudFormation that yields a `T` when the stack is deployed, such as `Ref` or `Fn::Sub`. It prints as the
 * JSON it stands for.
 *
 * `Identity` says what the value identifies: `'AWS::EC2::VPC'` is what `Ref` of a VPC yields, `'AWS::IAM::Role.Arn'` an
 * attribute. `never` means not known, which fits anywhere: parameters, imports, joined text.
 */
export interface Intrinsic<out T, out Identity extends string = never> {
  readonly [yields]: T
  readonly [identifies]: Identity
}

/** An intrinsic function or pseudo parameter of the `cloudform` package; fits anywhere, like a parameter. */
export interface CloudformIntrinsic {
  toJSON(): { [name: string]: any }
}

/** A `T`, or something that yields one when the stack is deployed. */
export type Value<T> = T | Intrinsic<T extends Scalar ? Scalar : T, string> | CloudformIntrinsic

/**
 * A string that identifies a resource of this kind: `Id<'AWS::EC2::VPC'>` takes what `Ref` of a VPC yields,
 * `Id<'AWS::IAM::Role.Arn'>` a role's ARN. Plain strings and values of unknown identity (parameters, imports) fit too; a
 * reference to another type of resource does not.
 */
export type Id<Identity extends string> = string | Intrinsic<Scalar, Identity> | CloudformIntrinsic

/** A list whose items are `Item`s, or something that yields such a list. */
export type List<Item> = readonly Item[] | Intrinsic<readonly any[], ItemIdentity<Item>> | CloudformIntrinsic

/** What the items of a list may identify: of `Id<'A'>` it is `'A'`; any for everything else. */
type ItemIdentity<Item> = [Extract<Item, Intrinsic<any, any>>] extends [
  Intrinsic<any, infer I extends string>,
]
  ? I
  : string

/** What a value yields, seen through intrinsics. */
export type Yielded<V> = V extends Intrinsic<infer T, string> ? T : V extends CloudformIntrinsic ? any : V

/** What a value identifies, `never` when that is not known. */
export type Identity<V> = V extends Intrinsic<unknown, infer I> ? I : never

/** Any JSON with intrinsics in it, for properties that CloudFormation leaves open (policy documents, for example). */
export type Json = Scalar | object
