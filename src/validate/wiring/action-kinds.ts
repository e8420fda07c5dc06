import { serviceActions } from '../schemas/extension-schemas.ts'
import { matchesAction } from './action-patterns.ts'
import type { ResourceKind } from './resource-kinds.ts'

/** What an action works on; `any` when a statement must say `"Resource": "*"`; undefined when kinds do not matter, or several will do. */
export function kindOfAction(action: string): ResourceKind | undefined {
  const [prefix = '', verb = ''] = action.toLowerCase().split(':')
  if (unscoped.has(`${prefix}:${verb}`)) return 'any'
  if (prefix === 's3') return s3Kind(verb)
  if (prefix === 'dynamodb') return Object.hasOwn(tableKinds, verb) ? tableKinds[verb] : undefined
  return prefix === 'kms' && keyActions.has(verb) ? 'key' : undefined
}

let s3Kinds: ReadonlyMap<string, ResourceKind | undefined> | undefined

/** A pattern has a kind when every action that it matches has it. */
function s3Kind(verb: string): ResourceKind | undefined {
  s3Kinds ??= findS3Kinds()
  if (!/[*?]/.test(verb)) return s3Kinds.get(verb)
  if (patternKinds.size > mostPatterns) patternKinds.clear()
  if (!patternKinds.has(verb)) patternKinds.set(verb, findPatternKind(verb, s3Kinds))
  return patternKinds.get(verb)
}

/** The patterns that were looked at, which are much the same in all templates. */
const patternKinds = new Map<string, ResourceKind | undefined>()
const mostPatterns = 1000

function findPatternKind(
  verb: string,
  all: ReadonlyMap<string, ResourceKind | undefined>,
): ResourceKind | undefined {
  const kinds = new Set([...all].flatMap(([name, kind]) => (matchesAction(verb, name) ? [kind] : [])))
  return kinds.size === 1 ? [...kinds][0] : undefined
}

/** The kind of each action of S3, its name in small letters; undefined for those that are about both or neither. */
function findS3Kinds(): ReadonlyMap<string, ResourceKind | undefined> {
  return new Map(
    Object.entries(serviceActions('s3')?.Actions ?? {}).map(([name, { Resources = [] }]) => {
      const [isBucket, isObject] = [Resources.includes('bucket'), Resources.includes('object')]
      return [name.toLowerCase(), isBucket === isObject ? undefined : isBucket ? 'bucket' : 'object']
    }),
  )
}

const tableKinds: { readonly [verb: string]: ResourceKind } = {
  batchgetitem: 'table',
  batchwriteitem: 'table',
  deleteitem: 'table',
  describestream: 'stream',
  describetable: 'table',
  getitem: 'table',
  getrecords: 'stream',
  getsharditerator: 'stream',
  putitem: 'table',
  updateitem: 'table',
}

/** Of a key; an alias in a policy is not the key that it stands for. */
const keyActions = new Set([
  'decrypt',
  'describekey',
  'encrypt',
  'generatedatakey',
  'generatedatakey*',
  'generatedatakeywithoutplaintext',
  'reencrypt*',
  'sign',
  'verify',
])

/** Actions that are about no resource, of those that are often given one. */
const unscoped = new Set([
  'autoscaling:describeautoscalinggroups',
  'autoscaling:describeautoscalinginstances',
  'cloudwatch:getmetricdata',
  'cloudwatch:getmetricstatistics',
  'cloudwatch:listmetrics',
  'cloudwatch:putmetricdata',
  'dynamodb:listtables',
  'ec2:describeaddresses',
  'ec2:describeavailabilityzones',
  'ec2:describeimages',
  'ec2:describeinstances',
  'ec2:describeinstancestatus',
  'ec2:describekeypairs',
  'ec2:describenetworkinterfaces',
  'ec2:describeregions',
  'ec2:describeroutetables',
  'ec2:describesecuritygroups',
  'ec2:describesnapshots',
  'ec2:describesubnets',
  'ec2:describetags',
  'ec2:describevolumes',
  'ec2:describevpcs',
  'ecr:getauthorizationtoken',
  'ecs:listclusters',
  'elasticloadbalancing:describeloadbalancers',
  'elasticloadbalancing:describetargetgroups',
  'kms:createkey',
  'kms:listaliases',
  'kms:listkeys',
  'lambda:listfunctions',
  's3:listallmybuckets',
  'secretsmanager:getrandompassword',
  'secretsmanager:listsecrets',
  'sns:listtopics',
  'sqs:listqueues',
  'ssm:describeparameters',
  'xray:puttelemetryrecords',
  'xray:puttracesegments',
])
