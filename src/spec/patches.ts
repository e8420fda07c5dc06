import type { ValueType } from '../codegen/type-model.ts'

interface PropertyPatch {
  /** Further identities that the property takes, or `anything` where the specification's list is not closed. */
  readonly accepts?: readonly string[] | 'anything'
  readonly required?: boolean
  readonly type?: ValueType
  readonly reason: string
}

/** Corrections to the specification, each with its reason. Applied when the types are generated, never to what is generated. */
export interface Patches {
  /** By `Type.Property`, or `Type/NestedType.Property`. */
  readonly properties: { readonly [place: string]: PropertyPatch }
  /** What else is taken wherever an identity is: versions and aliases stand for their function. */
  readonly kin: { readonly [identity: string]: { readonly also: readonly string[]; readonly reason: string } }
  /** Attributes equal to what `Ref` yields, where the specification does not say so. */
  readonly refYields: { readonly [type: string]: { readonly names: readonly string[]; readonly reason: string } }
  /** By `Type.Attribute`: what the attribute identifies. */
  readonly attributes: { readonly [place: string]: { readonly identifies: string | undefined; readonly reason: string } }
  /** Types whose attributes are made by their content, to any name. */
  readonly openAttributes: { readonly [type: string]: string }
}

export const patches: Patches = {
  properties: {},
  kin: {
    'AWS::Lambda::Function': {
      also: ['AWS::Lambda::Function.Arn', 'AWS::Lambda::Alias', 'AWS::Lambda::Version', 'AWS::Serverless::Function', 'AWS::Serverless::Function.Arn'],
      reason: 'A function may be named by ARN, and an alias or a version stands for its function',
    },
    'AWS::Lambda::Function.Arn': {
      also: ['AWS::Lambda::Alias', 'AWS::Lambda::Alias.AliasArn', 'AWS::Lambda::Version', 'AWS::Lambda::Version.FunctionArn', 'AWS::Serverless::Function.Arn'],
      reason: 'Ref of an alias or a version yields its ARN, which is a function ARN',
    },
    'AWS::KMS::Key': {
      also: ['AWS::KMS::Key.Arn', 'AWS::KMS::Alias', 'AWS::KMS::ReplicaKey', 'AWS::KMS::ReplicaKey.Arn'],
      reason: 'Services take a key by id, ARN or alias name, and replica keys are keys',
    },
    'AWS::KMS::Key.Arn': {
      also: ['AWS::KMS::ReplicaKey.Arn'],
      reason: 'A replica key is a key',
    },
  },
  refYields: {
    'AWS::EC2::SecurityGroup': {
      names: ['Id', 'GroupId'],
      reason: 'In a VPC, Ref yields the group id, which both attributes are; groups outside a VPC no longer exist',
    },
  },
  attributes: {
    'AWS::EC2::VPC.DefaultSecurityGroup': {
      identifies: 'AWS::EC2::SecurityGroup',
      reason: 'The attribute is the id of a security group',
    },
    'AWS::SSM::Parameter.Value': {
      identifies: undefined,
      reason: 'A parameter holds whatever was stored in it',
    },
  },
  openAttributes: {
    'AWS::CloudFormation::Stack': 'Outputs.NAME reads an output of the nested stack',
    'AWS::CloudFormation::CustomResource': 'The provider of the resource decides which attributes it returns',
    'AWS::CloudFormation::WaitCondition': 'Data is whatever was signalled',
    'AWS::ServiceCatalog::CloudFormationProvisionedProduct': 'Outputs.NAME reads an output of the product',
  },
}
