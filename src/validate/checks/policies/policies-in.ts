import { oncePerTemplate } from '../../once-per-template.ts'
import { placesAt, propertiesOf } from '../../properties/places-at.ts'
import { isCall, type Place } from '../../wiring/place.ts'

/** What a policy is attached to decides what its statements must say. */
export type PolicyKind = 'identity' | 'trust' | 'resource' | 'repository' | 'attached'

/** A policy document of a template. */
export interface Policy {
  readonly kind: PolicyKind
  /** The type of the resource that holds it. */
  readonly type: string
  readonly document: Place
  /** It was JSON in a string: what looks like a function in it is none, and paths end at the string. */
  readonly isText: boolean
}

const places: { readonly [type: string]: { readonly kind: PolicyKind; readonly at: string } } = {
  'AWS::IAM::Group': { kind: 'identity', at: 'Policies.*.PolicyDocument' },
  'AWS::IAM::GroupPolicy': { kind: 'identity', at: 'PolicyDocument' },
  'AWS::IAM::ManagedPolicy': { kind: 'identity', at: 'PolicyDocument' },
  'AWS::IAM::Policy': { kind: 'identity', at: 'PolicyDocument' },
  'AWS::IAM::Role': { kind: 'identity', at: 'Policies.*.PolicyDocument' },
  'AWS::IAM::RolePolicy': { kind: 'identity', at: 'PolicyDocument' },
  'AWS::IAM::User': { kind: 'identity', at: 'Policies.*.PolicyDocument' },
  'AWS::IAM::UserPolicy': { kind: 'identity', at: 'PolicyDocument' },
  'AWS::SSO::PermissionSet': { kind: 'identity', at: 'InlinePolicy' },
  'AWS::KMS::Key': { kind: 'resource', at: 'KeyPolicy' },
  'AWS::OpenSearchService::Domain': { kind: 'resource', at: 'AccessPolicies' },
  'AWS::S3::BucketPolicy': { kind: 'resource', at: 'PolicyDocument' },
  'AWS::SNS::TopicPolicy': { kind: 'resource', at: 'PolicyDocument' },
  'AWS::SQS::QueuePolicy': { kind: 'resource', at: 'PolicyDocument' },
  'AWS::ECR::Repository': { kind: 'repository', at: 'RepositoryPolicyText' },
  'AWS::ApiGateway::RestApi': { kind: 'attached', at: 'Policy' },
  'AWS::Backup::BackupVault': { kind: 'attached', at: 'AccessPolicy' },
  'AWS::CodeArtifact::Domain': { kind: 'attached', at: 'PermissionsPolicyDocument' },
  'AWS::CodeArtifact::Repository': { kind: 'attached', at: 'PermissionsPolicyDocument' },
  'AWS::EC2::VPCEndpoint': { kind: 'attached', at: 'PolicyDocument' },
  'AWS::EFS::FileSystem': { kind: 'attached', at: 'FileSystemPolicy' },
  'AWS::Elasticsearch::Domain': { kind: 'attached', at: 'AccessPolicies' },
  'AWS::KMS::ReplicaKey': { kind: 'attached', at: 'KeyPolicy' },
  'AWS::Logs::ResourcePolicy': { kind: 'attached', at: 'PolicyDocument' },
  'AWS::S3::AccessPoint': { kind: 'attached', at: 'Policy' },
  'AWS::SecretsManager::ResourcePolicy': { kind: 'attached', at: 'ResourcePolicy' },
  'AWS::SNS::TopicInlinePolicy': { kind: 'attached', at: 'PolicyDocument' },
  'AWS::SQS::QueueInlinePolicy': { kind: 'attached', at: 'PolicyDocument' },
}

/** Every policy document of the template that is written out; what a function yields is not known. */
export const policiesIn = oncePerTemplate((template) => {
  const trust = propertiesOf(template, 'AWS::IAM::Role')
    .flatMap((properties) => placesAt(properties, 'AssumeRolePolicyDocument'))
    .flatMap((document) => toPolicy('trust', 'AWS::IAM::Role', document))
  const others = Object.entries(places).flatMap(([type, { kind, at }]) =>
    propertiesOf(template, type)
      .flatMap((properties) => placesAt(properties, at))
      .flatMap((document) => toPolicy(kind, type, document)),
  )
  return [...trust, ...others]
})

function toPolicy(kind: PolicyKind, type: string, document: Place): readonly Policy[] {
  const { value } = document
  if (value === undefined || isCall(value)) return []
  if (typeof value !== 'string') return [{ kind, type, document, isText: false }]
  const parsed = parse(value)
  return parsed === undefined ? [] : [{ kind, type, document: { ...document, value: parsed }, isText: true }]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
