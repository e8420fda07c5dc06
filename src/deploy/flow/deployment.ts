import type { CloudFormation, StackEvent } from '../calls/client.ts'
import type { Connection } from '../calls/connection.ts'
import type { ParameterDeclaration } from '../parameters/declarations.ts'
import type { ParameterSource } from '../parameters/resolve.ts'
import type { Plan } from '../plan/plan.ts'
import type { DeployTarget } from '../template/read-target.ts'
import type { ChangeSetKind, WantedOperation } from '../template/request.ts'
import type { SettingsChange } from '../state/settings-changes.ts'

/** The deployment of one stack: what is wanted, and who is asked and told. */
export interface StackDeployment {
  readonly aws: CloudFormation
  /** Says whose account it is and signs calls to S3; without it neither is needed. */
  readonly connection?: Pick<Connection, 'identify' | 'signer'>
  readonly target: DeployTarget
  readonly operation: WantedOperation
  /** Reads the outputs of another stack; those of this stack's region and account are read when it is absent. */
  readonly outputsOf?: (stackName: string) => Promise<Readonly<Record<string, string>>>
  /** Parameter values, weakest source first. */
  readonly given: readonly ParameterSource[]
  /** What the change set does besides comparing the template with the last deployment. */
  readonly kind?: ChangeSetKind
  readonly choices: DeployChoices
  readonly host: DeployHost
  /** Fires when the deployment is to stop: before its execution all is cleaned up, during it only the watching ends. */
  readonly signal: AbortSignal
}

/** Answers that were given before the questions, by flags or settings. */
export interface DeployChoices {
  /** Delete a stack that never came to life, and create it anew. */
  readonly replaceFailed?: boolean
  /** What to do with a stack whose failed creation or update was not rolled back. */
  readonly stopped?: 'retry' | 'roll-back'
  /** Continue a failed rollback; with logical ids, without these. */
  readonly continueRollback?: boolean
  readonly skip?: readonly string[]
  /** What to do when another operation runs. */
  readonly busy?: 'join' | 'wait'
  readonly timeoutMinutes?: number | undefined
  /** Make the bucket for large templates when it is not there. */
  readonly createBucket?: boolean
}

/** A question with answers to choose from; `undefined` as an answer means: stop here. */
export interface Question<Answer extends string> {
  /** What is the case, in one or more lines. */
  readonly text: string
  readonly answers: Readonly<Record<Answer, string>>
}

/** What a deployment asks of whoever runs it, and tells. It never prints by itself. */
export interface DeployHost {
  say(text: string): void
  event(event: StackEvent): void
  /** A change set is executed now; `total` resources take part. */
  began?(facts: {
    readonly total: number
    readonly stackId: string
    readonly expectedSeconds: number | undefined
  }): void
  ended?(): void
  /** A command of ours for this stack, for example `cfstack events web --region eu-west-3`. */
  hint(verb: string, stackId?: string): string
  /** True when there is somebody to ask. */
  readonly interactive: boolean
  choose<Answer extends string>(question: Question<Answer>, signal: AbortSignal): Promise<Answer | undefined>
  /** Values for parameters that have none; throws when there is nobody to ask. */
  askParameters(
    missing: readonly ParameterDeclaration[],
    signal: AbortSignal,
  ): Promise<Readonly<Record<string, string>>>
  /** Shows what will change; returns when that is approved, throws otherwise. */
  approve(proposal: Proposal, signal: AbortSignal): Promise<void>
  /**
   * What to do about Ctrl-C while the deployment runs; the promise ends with the choice, and never when nobody interrupts. The
   * signal ends the asking.
   */
  interrupted?(signal: AbortSignal): Promise<'detach' | 'cancel'>
}

/** What will change. Without a plan only settings do. */
export interface Proposal {
  readonly plan?: Plan
  readonly settings: readonly SettingsChange[]
}
