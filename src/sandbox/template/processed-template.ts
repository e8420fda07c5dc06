import type { DeletionPolicy, JsonObject } from '../world.ts'
import type { TemplateScope } from './resolve-env.ts'

/** A template with everything decided that hangs on its parameters alone. */
export interface ProcessedTemplate {
  /** As `GetTemplate` shows the processed one: transforms done, everything else as written. */
  readonly root: JsonObject
  readonly description: string | undefined
  readonly scope: TemplateScope
  /** Names of the parameters whose values nobody may see. */
  readonly noEcho: ReadonlySet<string>
  /** Those that exist, in the template's order. */
  readonly resources: readonly ProcessedResource[]
  readonly resource: (logicalId: string) => ProcessedResource | undefined
  /** Those that exist, in the template's order. */
  readonly outputs: readonly ProcessedOutput[]
  /** What CloudFormation finds wrong only when a deployment has begun, before it touches any resource. */
  readonly problem: string | undefined
}

/** A resource that exists. Conditions are decided in all its parts; the other functions are still in them. */
export interface ProcessedResource {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
  /** Logical ids of `DependsOn`. */
  readonly explicitDependsOn: readonly string[]
  /** Logical ids of everything that must exist before it: `DependsOn` and what its functions refer to. */
  readonly dependsOn: readonly string[]
  readonly deletionPolicy: DeletionPolicy
  readonly updateReplacePolicy: DeletionPolicy
  readonly creationPolicy: JsonObject | undefined
  readonly updatePolicy: JsonObject | undefined
  readonly metadata: unknown
  readonly condition: string | undefined
  readonly description: string | undefined
}

/** An output that exists; functions are still in its value and the name of its export. */
export interface ProcessedOutput {
  readonly key: string
  readonly value: unknown
  readonly description: string | undefined
  readonly exportName: unknown
}
