import { getAttParts } from '../attributes.ts'
import { isObject, onlyKey } from '../json.ts'
import type { TemplateView } from '../template-view.ts'
import { textParts, type TextPart } from './text-parts.ts'

/** What an ARN in a policy names, as far as actions tell kinds apart. `any`: a pattern that matches several kinds. */
export type ResourceKind =
  'bucket' | 'object' | 'table' | 'index' | 'stream' | 'key' | 'alias' | 'any' | 'one' | 'unknown'

/** Stands for a name that surely has no slash in it, and for one of which nothing is known. */
const name = '\u{E000}'
const unknown = '\u{E001}'

/** The kind of what a policy's resource names; `one` for an ARN of another service. */
export function resourceKind(value: unknown, template: TemplateView): ResourceKind {
  const text = textParts(value)
    .map((part) => (typeof part === 'string' ? part : standIn(part, template)))
    .join('')
  if (text === '*') return 'any'
  const [, service = '', rest = ''] = /^arn:[^:]*:([^:]*):[^:]*:[^:]*:(.*)$/s.exec(text) ?? []
  if (service === 's3') return bucketOrObject(rest)
  if (service === 'dynamodb') return ofTable(rest)
  if (service === 'kms')
    return rest.includes(unknown)
      ? 'unknown'
      : rest.startsWith('alias/')
        ? 'alias'
        : rest.startsWith('key/')
          ? 'key'
          : 'any'
  return service === '' || /[*?\u{E001}]/u.test(service) ? 'unknown' : 'one'
}

function bucketOrObject(rest: string): ResourceKind {
  // Access points and jobs have accounts in their ARNs, and kinds of their own.
  if (/^(accesspoint|access-grants|job|storage-lens)/.test(rest) || rest === '') return 'unknown'
  const slash = rest.indexOf('/')
  if (rest.slice(0, slash < 0 ? undefined : slash).includes(unknown)) return 'unknown'
  if (slash >= 0) return 'object'
  return rest.endsWith('*') ? 'any' : /[*?]/.test(rest) ? 'unknown' : 'bucket'
}

function ofTable(rest: string): ResourceKind {
  const match = /^table\/[^/]+(?:\/(index|stream)\/.*)?$/s.exec(rest)
  if (match === null || rest.includes(unknown)) return 'unknown'
  if (match[1] !== undefined) return match[1] as 'index' | 'stream'
  return rest.endsWith('*') ? 'any' : 'table'
}

const arns: { readonly [type: string]: { readonly [attribute: string]: string } } = {
  'AWS::DynamoDB::GlobalTable': {
    Arn: `arn:aws:dynamodb:::table/${name}`,
    StreamArn: `arn:aws:dynamodb:::table/${name}/stream/${name}`,
  },
  'AWS::DynamoDB::Table': {
    Arn: `arn:aws:dynamodb:::table/${name}`,
    StreamArn: `arn:aws:dynamodb:::table/${name}/stream/${name}`,
  },
  'AWS::KMS::Key': { Arn: `arn:aws:kms:::key/${name}` },
  'AWS::S3::Bucket': { Arn: `arn:aws:s3:::${name}` },
}

/** What a function in an ARN yields: an ARN, a name, or something that is not known. */
function standIn({ call }: Exclude<TextPart, string>, template: TemplateView): string {
  const key = onlyKey(call)
  const argument = isObject(call) && key !== undefined ? call[key] : undefined
  if (key === 'Ref' && typeof argument === 'string') {
    if (argument.startsWith('AWS::')) return name
    const resource = template.resources.get(argument)
    if (resource !== undefined) return Object.hasOwn(arns, resource.type) ? name : unknown
    return isObject(template.parameters[argument]) && isBucketName(argument) ? name : unknown
  }
  const parts = key === 'Fn::GetAtt' ? getAttParts(argument) : undefined
  const type = parts && template.resources.get(parts.id)?.type
  const known = type !== undefined && Object.hasOwn(arns, type) ? arns[type] : undefined
  const attribute = parts?.attribute ?? ''
  return known !== undefined && Object.hasOwn(known, attribute) ? (known[attribute] as string) : unknown
}

/** A parameter whose name says that it is the name of a bucket or table, and not a path in it. */
function isBucketName(parameter: string): boolean {
  return (
    /bucket|table/i.test(parameter) && !/arn|path|prefix|key|object|resource|index|stream/i.test(parameter)
  )
}
