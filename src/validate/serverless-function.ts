import type { Path } from './finding.ts'
import { isObject, type JsonObject } from './json.ts'
import type { TemplateView } from './template-view.ts'

/** Properties that the transform hands on to the function as they are. */
export const handedOn = [
  'Architectures',
  'CodeSigningConfigArn',
  'Description',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'Role',
  'Runtime',
  'RuntimeManagementConfig',
  'SnapStart',
  'Timeout',
  'VpcConfig',
]

/** The properties of a serverless function with those that all functions of the template share. */
export function withGlobals(properties: JsonObject, { root }: TemplateView, kind = 'Function'): JsonObject {
  const globals = root['Globals']
  const shared = isObject(globals) ? globals[kind] : undefined
  return isObject(shared) ? { ...shared, ...properties } : properties
}

/** The properties of the `AWS::Lambda::Function` that the transform makes, as far as they are known. */
export function lambdaProperties(properties: JsonObject): JsonObject {
  const kept = handedOn.filter((name) => Object.hasOwn(properties, name))
  return {
    Role: 'arn:aws:iam::123456789012:role/made-by-the-transform',
    ...Object.fromEntries(kept.map((name) => [name, properties[name]])),
    Code: codeOf(properties),
  }
}

function codeOf({ CodeUri: uri, ImageUri: image, PackageType: kind }: JsonObject): JsonObject {
  if (kind === 'Image') return { ImageUri: typeof image === 'string' ? image : { Ref: 'AWS::StackName' } }
  const parts = typeof uri === 'string' ? /^s3:\/\/([^/]*)\/(.+)$/s.exec(uri) : null
  if (parts !== null) return { S3Bucket: parts[1], S3Key: parts[2] }
  return { S3Bucket: 'bucket', S3Key: 'key' }
}

/** Where the template says what stands at a path of the function that is made; undefined when the template does not say it. */
export function writtenAt(path: Path, properties: JsonObject): Path | undefined {
  const name = path[0] === 'Code' ? (path[1] === 'ImageUri' ? 'ImageUri' : 'CodeUri') : String(path[0])
  if (!Object.hasOwn(properties, name)) return undefined
  return path[0] === 'Code' ? [name] : path
}
