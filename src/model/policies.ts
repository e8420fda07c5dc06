import type { Value } from './value.ts'

/** `RetainExceptOnCreate` keeps the resource, unless the operation that created it is rolled back. */
export type DeletionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot'

export type UpdateReplacePolicy = 'Delete' | 'Retain' | 'Snapshot'

/** Signals that creation waits for. `Timeout` is an ISO 8601 duration such as `PT15M`, at most twelve hours. */
export interface CreationPolicy {
  readonly AutoScalingCreationPolicy?: { readonly MinSuccessfulInstancesPercent?: Value<number> }
  readonly ResourceSignal?: { readonly Count?: Value<number>; readonly Timeout?: Value<string> }
  readonly StartFleet?: Value<boolean>
}

/** How updates reach the parts of auto-scaling groups, Lambda aliases, caches and search domains. */
export interface UpdatePolicy {
  readonly AutoScalingReplacingUpdate?: { readonly WillReplace?: Value<boolean> }
  readonly AutoScalingRollingUpdate?: {
    readonly MaxBatchSize?: Value<number>
    readonly MinActiveInstancesPercent?: Value<number>
    readonly MinInstancesInService?: Value<number>
    readonly MinSuccessfulInstancesPercent?: Value<number>
    /** ISO 8601 duration, at most one hour. */
    readonly PauseTime?: Value<string>
    readonly SuspendProcesses?: Value<readonly string[]>
    readonly WaitOnResourceSignals?: Value<boolean>
  }
  readonly AutoScalingScheduledAction?: { readonly IgnoreUnmodifiedGroupSizeProperties?: Value<boolean> }
  readonly CodeDeployLambdaAliasUpdate?: {
    readonly ApplicationName: Value<string>
    readonly DeploymentGroupName: Value<string>
    readonly AfterAllowTrafficHook?: Value<string>
    readonly BeforeAllowTrafficHook?: Value<string>
  }
  readonly UseOnlineResharding?: Value<boolean>
  readonly EnableVersionUpgrade?: Value<boolean>
}
