import type { Intrinsic } from './value.ts'
import { pointing, type Anchor } from './intrinsic.ts'
import { captureSource } from './source.ts'

/** The resource kinds that CloudFormation checks a parameter against: `AWS::EC2::VPC::Id` and its relatives. */
export type AwsParameterType =
  | 'AWS::EC2::AvailabilityZone::Name'
  | 'AWS::EC2::Image::Id'
  | 'AWS::EC2::Instance::Id'
  | 'AWS::EC2::KeyPair::KeyName'
  | 'AWS::EC2::SecurityGroup::GroupName'
  | 'AWS::EC2::SecurityGroup::Id'
  | 'AWS::EC2::Subnet::Id'
  | 'AWS::EC2::VPC::Id'
  | 'AWS::EC2::Volume::Id'
  | 'AWS::Route53::HostedZone::Id'

type ListParameterType = 'CommaDelimitedList' | 'List<Number>' | 'List<String>' | `List<${AwsParameterType}>`

/** A parameter's type. `AWS::SSM::Parameter::Value<T>` takes the name of a Systems Manager parameter and yields its value. */
export type ParameterType =
  | 'String'
  | 'Number'
  | ListParameterType
  | AwsParameterType
  | 'AWS::SSM::Parameter::Name'
  | `AWS::SSM::Parameter::Value<${'String' | ListParameterType | AwsParameterType}>`

type ParameterYields<T extends ParameterType> = T extends
  ListParameterType | `AWS::SSM::Parameter::Value<${ListParameterType}>`
  ? readonly string[]
  : T extends 'Number'
    ? number
    : string

/** A parameter's declaration, and how the console's form shows it. */
export interface ParameterOptions<T extends ParameterType> {
  /** The default is `String`. */
  readonly Type?: T
  readonly Description?: string
  readonly Default?: string | number
  readonly AllowedValues?: readonly (string | number)[]
  /** A regular expression that the whole value must match. */
  readonly AllowedPattern?: string
  readonly ConstraintDescription?: string
  readonly MinLength?: number
  readonly MaxLength?: number
  readonly MinValue?: number
  readonly MaxValue?: number
  /** Masks the value wherever CloudFormation shows it. */
  readonly NoEcho?: boolean
  /** What the console's form calls it; the default is made from the id. */
  readonly label?: string
  /** The heading that the console's form puts it under; the default is made from the fragment's place. */
  readonly group?: string
}

const parameterKey: unique symbol = Symbol.for('cfstack.parameter') as never

/** A template parameter; `ref` is its value. */
export interface Parameter<T extends ParameterType = ParameterType> {
  readonly id: string
  readonly options: ParameterOptions<T>
  readonly ref: Intrinsic<ParameterYields<T>>
  readonly [parameterKey]: Anchor
}

/**
 * Declares a template parameter.
 *
 * @example
 * const keyName = parameter('KeyName', { Type: 'AWS::EC2::KeyPair::KeyName', Description: 'Key pair for SSH' })
 */
export function parameter<const T extends ParameterType = 'String'>(
  id: string,
  options: ParameterOptions<T> = {},
): Parameter<T> {
  const anchor: Anchor = { id, source: captureSource() }
  const made = { id, options, ref: pointing({ Ref: id }, anchor) }
  Object.defineProperty(made, parameterKey, { value: anchor })
  return Object.freeze(made) as unknown as Parameter<T>
}

/** Whether a value is a parameter that `parameter()` made. */
export function isParameter(value: unknown): value is Parameter {
  return typeof value === 'object' && value !== null && parameterKey in value
}

/** What references to this parameter point to. */
export function anchorOfParameter(made: Parameter): Anchor {
  return made[parameterKey]
}
