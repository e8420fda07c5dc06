import type { ManifestStack } from '../model/manifest.ts'
import type { Template } from '../model/template.ts'
import type { ChangeSetParameter } from './parameters/resolve.ts'

export type Operation = 'create' | 'update'

/** Deployment settings of a stack: its part of the manifest without the template's file. */
export type DeploySettings = Omit<ManifestStack, 'template' | 'sha256'>

/** Everything that a deployment of one stack sends, decided before anything is sent. */
export interface DeployRequest {
  readonly operation: Operation
  readonly stackName: string
  readonly template: Template
  /** The text that is sent as the template. */
  readonly body: string
  readonly settings: DeploySettings
}

/** A request with the parameters that the deployed stack's state has settled. */
export interface SettledRequest extends DeployRequest {
  readonly parameters: readonly ChangeSetParameter[]
}
