import { inWords } from './in-words.ts'

/** One thing that a resource lets or forbids: who may do what to what. */
export interface Access {
  readonly effect: 'allow' | 'deny'
  /** For example `s3:GetObject`, `tcp 443`, or the ARN of a managed policy. */
  readonly action: string
  /** What it is about: a resource, or nothing for network rules. */
  readonly on?: string
  /** Who: a principal, an address range, a security group; nothing for policies of an identity. */
  readonly who?: string
  /** Conditions as JSON. */
  readonly when?: string
}

type Properties = Readonly<Record<string, unknown>>

/** What reads the access out of a resource's properties, by type. Others give none. */
const readers: Readonly<Record<string, (properties: Properties) => readonly Access[]>> = {
  'AWS::IAM::Role': (role) => [...document(role['AssumeRolePolicyDocument']), ...identity(role)],
  'AWS::IAM::User': identity,
  'AWS::IAM::Group': identity,
  'AWS::IAM::Policy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::IAM::ManagedPolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::IAM::RolePolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::IAM::UserPolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::IAM::GroupPolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::S3::BucketPolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::SQS::QueuePolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::SNS::TopicPolicy': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::KMS::Key': ({ KeyPolicy }) => document(KeyPolicy),
  'AWS::ECR::Repository': ({ RepositoryPolicyText }) => document(RepositoryPolicyText),
  'AWS::SecretsManager::ResourcePolicy': ({ ResourcePolicy }) => document(ResourcePolicy),
  'AWS::EC2::VPCEndpoint': ({ PolicyDocument }) => document(PolicyDocument),
  'AWS::Lambda::Permission': ({ Action, Principal, FunctionName, SourceArn }) => [
    {
      effect: 'allow',
      action: inWords(Action),
      on: inWords(FunctionName),
      who: inWords(Principal),
      ...(SourceArn === undefined ? {} : { when: `from ${inWords(SourceArn)}` }),
    },
  ],
  'AWS::EC2::SecurityGroup': ({ SecurityGroupIngress, SecurityGroupEgress }) => [
    ...list(SecurityGroupIngress).flatMap((rule) => networkRule(rule, 'from')),
    ...list(SecurityGroupEgress).flatMap((rule) => networkRule(rule, 'to')),
  ],
  'AWS::EC2::SecurityGroupIngress': (rule) => networkRule(rule, 'from'),
  'AWS::EC2::SecurityGroupEgress': (rule) => networkRule(rule, 'to'),
}

/** What a resource lets and forbids, as its properties say; values that are not known yet stay as the template writes them. */
export function accessOf(type: string, properties: unknown): readonly Access[] {
  return isObject(properties) ? (readers[type]?.(properties) ?? []) : []
}

/** True for types whose properties decide about access. */
export function decidesAccess(type: string): boolean {
  return type in readers
}

function identity({ Policies, ManagedPolicyArns }: Properties): readonly Access[] {
  return [
    ...list(Policies).flatMap((policy) => (isObject(policy) ? document(policy['PolicyDocument']) : [])),
    ...list(ManagedPolicyArns).map((arn): Access => ({ effect: 'allow', action: inWords(arn) })),
  ]
}

function document(value: unknown): readonly Access[] {
  const policy = typeof value === 'string' ? parsed(value) : value
  return isObject(policy) ? list(policy['Statement']).flatMap(statement) : []
}

function statement(value: unknown): readonly Access[] {
  if (!isObject(value)) return []
  const { Effect, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = value
  const actions =
    Action === undefined ? list(NotAction).map((one) => `not ${inWords(one)}`) : list(Action).map(inWords)
  const things =
    Resource === undefined
      ? list(NotResource).map((one) => `not ${inWords(one)}`)
      : list(Resource).map(inWords)
  const who =
    Principal === undefined ? principals(NotPrincipal).map((one) => `not ${one}`) : principals(Principal)
  const effect = String(Effect).toLowerCase() === 'deny' ? 'deny' : 'allow'
  return actions.flatMap((action) =>
    orNothing(things).flatMap((on) =>
      orNothing(who).map((one) => ({
        effect,
        action,
        ...(on === undefined ? {} : { on }),
        ...(one === undefined ? {} : { who: one }),
        ...(Condition === undefined ? {} : { when: JSON.stringify(Condition) }),
      })),
    ),
  )
}

function principals(value: unknown): readonly string[] {
  if (value === undefined) return []
  if (!isObject(value) || 'Ref' in value || Object.keys(value)[0]?.startsWith('Fn::')) return [inWords(value)]
  return Object.values(value).flatMap((one) => list(one).map(inWords))
}

function networkRule(rule: unknown, direction: 'from' | 'to'): readonly Access[] {
  if (!isObject(rule)) return []
  const { IpProtocol, FromPort, ToPort } = rule
  const protocol = inWords(IpProtocol)
  const ports =
    FromPort === undefined
      ? ''
      : FromPort === ToPort
        ? ` ${inWords(FromPort)}`
        : ` ${inWords(FromPort)}-${inWords(ToPort)}`
  const peer = [
    'CidrIp',
    'CidrIpv6',
    'SourceSecurityGroupId',
    'SourceSecurityGroupName',
    'SourcePrefixListId',
    'DestinationSecurityGroupId',
    'DestinationPrefixListId',
  ]
    .map((name) => rule[name])
    .find((value) => value !== undefined)
  return [
    {
      effect: 'allow',
      action: protocol === '-1' ? 'all traffic' : `${protocol}${ports}`,
      who: `${direction} ${peer === undefined ? 'unknown' : inWords(peer)}`,
    },
  ]
}

function orNothing(values: readonly string[]): readonly (string | undefined)[] {
  return values.length === 0 ? [undefined] : values
}

function list(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value) as unknown
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
