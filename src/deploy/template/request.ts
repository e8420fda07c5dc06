import type { ManifestStack } from '../../model/manifest.ts'
import type { Template } from '../../model/template.ts'
import type { ChangeSetParameter } from '../parameters/resolve.ts'

export type Operation = 'create' | 'update'

/** `deploy` is `create` or `update`, whichever applies. */
export type WantedOperation = Operation | 'deploy'

/** Deployment settings of a stack: its part of the manifest without the template's file. */
export type DeploySettings = Omit<ManifestStack, 'template' | 'sha256'>

/** Where CloudFormation reads the template from. */
export type TemplateSource = { readonly TemplateBody: string } | { readonly TemplateURL: string }

/** A resource that exists and comes into the stack, as `CreateChangeSet` takes it. */
export interface ImportedResource {
  readonly ResourceType: string
  readonly LogicalResourceId: string
  /** For example `{ BucketName: 'logs' }`. */
  readonly ResourceIdentifier: Readonly<Record<string, string>>
}

/** What a change set does besides comparing the template with the last deployment. */
export interface ChangeSetKind {
  /** Compares with what is really there, and takes back what was changed by hand. */
  readonly revertDrift?: boolean
  /** Takes resources over that exist under the names that the template gives them. */
  readonly importExisting?: boolean
  /** Takes these resources over, and changes nothing else. */
  readonly imports?: readonly ImportedResource[]
}

/** Everything that a deployment of one stack sends, decided before anything is sent. */
export interface DeployRequest {
  readonly operation: Operation
  readonly stackName: string
  readonly template: Template
  readonly source: TemplateSource
  readonly settings: DeploySettings
  readonly kind?: ChangeSetKind
  /** See `contentHash`. */
  readonly hash: string
  /** What the change set says about itself; when absent, that it is to be executed at once by this process. */
  readonly description?: string
}

/** A request with the parameters that the deployed stack's state has settled. */
export interface SettledRequest extends DeployRequest {
  readonly parameters: readonly ChangeSetParameter[]
}
