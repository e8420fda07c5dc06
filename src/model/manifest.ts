import type { Capability, StackSettings } from './stack.ts'

/** The hand-over between building and deploying: `templates-out/stacks.json`. Paths are relative to that file. */
export interface Manifest {
  readonly version: 1
  /** Stack name to what is needed to deploy it, in the order in which they can be created. */
  readonly stacks: { readonly [stackName: string]: ManifestStack }
}

/** Settings that the manifest hands over as they are. */
type HandedOver =
  | 'region'
  | 'account'
  | 'role'
  | 'tags'
  | 'capabilitiesCeiling'
  | 'terminationProtection'
  | 'stackPolicy'
  | 'rollbackAlarms'
  | 'monitoringMinutes'
  | 'notificationTopics'
  | 'onFailure'
  | 'timeoutMinutes'
  | 'parametersFrom'
  | 'templateBucket'
  | 'profile'
  | 'deployRole'

/** One stack of the manifest. Absent means: CloudFormation's default, or what the deployed stack has. */
export interface ManifestStack extends Pick<StackSettings, HandedOver> {
  /** Template file, relative to the manifest, for example `segment.json`. */
  readonly template: string
  /** SHA-256 of the template file's bytes, in lower-case hexadecimal. */
  readonly sha256: string
  /** Values of template parameters. NoEcho parameters are never here. */
  readonly parameters?: { readonly [name: string]: string }
  /** What the template needs, each with the logical ids that need it. */
  readonly capabilities?: readonly ManifestCapability[]
  /** Names of stacks that must be deployed before this one. */
  readonly dependsOn?: readonly string[]
  /** Exports that other stacks of the app import, and those kept for one more deployment. */
  readonly exports?: { readonly [exportName: string]: ManifestExport }
  /** Logical id to the `file:line` that made it, relative to the project's folder. */
  readonly sources?: { readonly [logicalId: string]: string }
  /** Findings that comments in the code ask not to hear of. */
  readonly suppressions?: readonly ManifestSuppression[]
}

/** A comment `// cfstack-ignore CODE: reason`. */
export interface ManifestSuppression {
  /** Code of findings, or the beginning of codes. */
  readonly code: string
  /** Why the template is right as it is; a comment without it is a warning. */
  readonly reason?: string
  /** `file:line` of the comment, relative to the project's folder. */
  readonly source: string
  /** Logical ids of what the commented line made: only their findings are meant. Absent above a `stack()`: all of the template. */
  readonly logicalIds?: readonly string[]
}

export interface ManifestCapability {
  readonly capability: Capability
  /** Logical ids, or transform names, that need it. */
  readonly reason: readonly string[]
}

export interface ManifestExport {
  /** Logical id of the output that carries the export. */
  readonly output: string
  /** Names of the stacks that import it; empty when it is only kept because a deployed stack may still import it. */
  readonly importedBy: readonly string[]
}
