import { codeLocation } from './code-location.ts'
import { digestOf, pick, present, type Serverless, type Work } from './work.ts'

/** `AWS::Serverless::LayerVersion`: a version that stays when its content changes, under an id that changes with it. */
export function expandLayerVersion({ id, properties, attributes }: Serverless, work: Work): void {
  const { ContentUri: uri, LayerName: name = id, RetentionPolicy: policy = 'Retain' } = properties
  const content = codeLocation(uri)
  if (content === undefined)
    work.problems.push({
      id,
      text: "'ContentUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter.",
    })
  const version = `${id}${digestOf([properties])}`
  work.renamed.set(id, version)
  work.resources[version] = {
    ...attributes,
    Type: 'AWS::Lambda::LayerVersion',
    DeletionPolicy: String(policy) === 'Delete' ? 'Delete' : 'Retain',
    Properties: present({
      Content: content,
      LayerName: name,
      ...pick(properties, ['CompatibleArchitectures', 'CompatibleRuntimes', 'Description', 'LicenseInfo']),
    }),
  }
}
