import type { ValueType } from '../codegen/type-model.ts'
import { kin, type Kin } from './kin.ts'

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
  readonly kin: Kin
  /** Attributes equal to what `Ref` yields, where the specification does not say so. */
  readonly refYields: {
    readonly [type: string]: { readonly names: readonly string[]; readonly reason: string }
  }
  /** By `Type.Attribute`: what the attribute identifies. */
  readonly attributes: {
    readonly [place: string]: { readonly identifies: string | undefined; readonly reason: string }
  }
  /** Types whose attributes are made by their content, to any name. */
  readonly openAttributes: { readonly [type: string]: string }
  /** Types that take any property besides the listed ones. */
  readonly openProperties: { readonly [type: string]: string }
  /** Types that stack tags are not written to. */
  readonly untagged: { readonly [type: string]: string }
  /** Types that the serverless transform turns into another, under the same logical id. */
  readonly standsFor: { readonly [type: string]: { readonly becomes: string; readonly reason: string } }
}

const serverless =
  'The serverless transform makes it so: Ref and Fn::GetAtt mean the resource that it becomes'
const disputed =
  "The specification has Tags, which cfn-lint knows only since 1.58; CloudFormation puts the stack's own tags on it anyway"
const listsExamples = 'The specification lists examples of what may stand here, not all of it'

export const patches: Patches = {
  properties: {
    'AWS::CloudFormation::Stack.TemplateURL': {
      required: true,
      reason: 'AWS documents it as required, and refuses a nested stack without it',
    },
    'AWS::CloudTrail::Trail.SnsTopicName': {
      accepts: ['AWS::SNS::Topic'],
      reason: 'CloudTrail takes the name or the ARN of the topic',
    },
    'AWS::CloudFront::Distribution/DistributionConfig.WebACLId': {
      accepts: ['AWS::WAF::WebACL'],
      reason: 'AWS documents the id of a WAF Classic web ACL as well as the ARN of a WAFv2 one',
    },
    'AWS::CloudFront::Distribution/Origin.DomainName': { accepts: 'anything', reason: listsExamples },
    'AWS::DataSync::Task.DestinationLocationArn': { accepts: 'anything', reason: listsExamples },
    'AWS::DataSync::Task.SourceLocationArn': { accepts: 'anything', reason: listsExamples },
    'AWS::EC2::FlowLog.LogDestination': { accepts: 'anything', reason: listsExamples },
    'AWS::EventSchemas::Registry.RegistryName': {
      accepts: 'anything',
      reason: 'The property names the registry itself; the relation points backwards',
    },
    'AWS::KinesisFirehose::DeliveryStream.DeliveryStreamName': {
      accepts: 'anything',
      reason: 'The property names the stream itself',
    },
    'AWS::Lambda::Url.TargetFunctionArn': {
      accepts: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
      reason: 'AWS documents the name of the function, its ARN or a part of it',
    },
    'AWS::WAFv2::LoggingConfiguration.LogDestinationConfigs': { accepts: 'anything', reason: listsExamples },
  },
  kin,
  refYields: {
    'AWS::CertificateManager::Certificate': {
      names: ['Id', 'CertificateArn'],
      reason: 'Ref yields the ARN, which relations call by either name',
    },
    'AWS::ElasticLoadBalancing::LoadBalancer': {
      names: ['Id', 'LoadBalancerName'],
      reason: 'Ref yields the name, which the specification calls Id',
    },
    'AWS::Lambda::Alias': {
      names: ['Id', 'AliasArn', 'Arn'],
      reason: 'Ref yields the ARN, which relations call by any of these names',
    },
    'AWS::EC2::SecurityGroup': {
      names: ['Id', 'GroupId'],
      reason:
        'In a VPC, Ref yields the group id, which both attributes are; groups outside a VPC no longer exist',
    },
  },
  attributes: {
    'AWS::EC2::VPC.DefaultNetworkAcl': {
      identifies: 'AWS::EC2::NetworkAcl',
      reason: 'The attribute is the id of a network ACL',
    },
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
    'AWS::Serverless::Application': 'Outputs.NAME reads an output of the nested application',
    'AWS::ServiceCatalog::CloudFormationProvisionedProduct': 'Outputs.NAME reads an output of the product',
  },
  openProperties: {
    'AWS::CloudFormation::CustomResource': 'All properties are handed to the provider of the resource',
  },
  untagged: {
    'AWS::ApplicationAutoScaling::ScalableTarget': disputed,
    'AWS::ElasticLoadBalancingV2::Listener': disputed,
    'AWS::ElasticLoadBalancingV2::ListenerRule': disputed,
    'AWS::SSM::Association': disputed,
  },
  standsFor: {
    'AWS::Serverless::Api': { becomes: 'AWS::ApiGateway::RestApi', reason: serverless },
    'AWS::Serverless::Function': { becomes: 'AWS::Lambda::Function', reason: serverless },
    'AWS::Serverless::HttpApi': { becomes: 'AWS::ApiGatewayV2::Api', reason: serverless },
    'AWS::Serverless::LayerVersion': { becomes: 'AWS::Lambda::LayerVersion', reason: serverless },
    'AWS::Serverless::SimpleTable': { becomes: 'AWS::DynamoDB::Table', reason: serverless },
    'AWS::Serverless::StateMachine': { becomes: 'AWS::StepFunctions::StateMachine', reason: serverless },
  },
}
