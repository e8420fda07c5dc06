/** What is known about one resource type: the neutral form between where it comes from and what is made of it. */
export interface TypeModel {
  /** For example `AWS::EC2::VPC`. */
  readonly type: string
  /** Name of the function, for example `VPC`. */
  readonly name: string
  readonly doc: string
  /** Address of AWS's page, when there is one. */
  readonly link?: string
  readonly properties: readonly PropertyModel[]
  readonly attributes: readonly AttributeModel[]
  /** Nested property types, in the order in which they are printed. */
  readonly definitions: readonly DefinitionModel[]
  readonly tags?: TagsModel
  /** Properties or attributes whose values, together, name one resource in an account and region. */
  readonly identifier?: readonly string[]
  /** Whether other attributes than the listed ones may be read (custom resources, nested stacks). */
  readonly openAttributes?: boolean
  /** Whether other properties than the listed ones may be given (custom resources). */
  readonly openProperties?: boolean
  /** The registry schema that it was read from, which says more of values than this model. */
  readonly schema?: { readonly [keyword: string]: unknown }
}

export interface DefinitionModel {
  readonly name: string
  readonly doc: string
  readonly properties: readonly PropertyModel[]
}

export interface PropertyModel {
  readonly name: string
  readonly doc: string
  readonly required: boolean
  readonly type: ValueType
  readonly replaces: 'yes' | 'no' | 'maybe'
  readonly defaultValue?: string
  readonly deprecated?: boolean
  /** Identities of the resources that the value, or each of its items, may identify; absent when it may be any. */
  readonly identities?: readonly string[]
}

export interface AttributeModel {
  readonly name: string
  readonly doc: string
  readonly type: ValueType
  /** What the attribute identifies; absent when that is not known. */
  readonly identity?: string
}

export interface TagsModel {
  readonly property: string
  readonly variant: 'standard' | 'map' | 'asg'
}

/** The type of a property's or an attribute's value. */
export type ValueType =
  | { readonly kind: 'string' | 'number' | 'integer' | 'boolean' | 'json' | 'tag' | 'timestamp' }
  | { readonly kind: 'enum'; readonly values: readonly (string | number)[] }
  | { readonly kind: 'list' | 'map'; readonly of: ValueType }
  | { readonly kind: 'definition'; readonly name: string }
  | { readonly kind: 'union'; readonly of: readonly ValueType[] }
