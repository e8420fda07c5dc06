import type { Plan } from '../../deploy/plan/plan.ts'
import type { SettingsChange } from '../../deploy/state/settings-changes.ts'
import type { Consequences } from '../../sandbox/rehearse/consequences.ts'
import type { Played } from '../../sandbox/rehearse/play.ts'
import type { StandInValue } from '../../sandbox/rehearse/stand-ins.ts'

/** The document of `rehearse --json`. */
export interface Rehearsal {
  readonly version: 1
  readonly stack: string
  readonly operation: 'create' | 'update'
  /** What it starts from. */
  readonly against: string
  /** Absent when nothing changes. */
  readonly plan?: Plan
  readonly settings: readonly SettingsChange[]
  /** How it goes when nothing fails that need not; absent when nothing changes. */
  readonly expected?: Played & Partial<Consequences>
  readonly outputs: readonly OutputChange[]
  /** Stacks of the manifest that import from this one, or get its outputs. */
  readonly dependents: readonly Dependent[]
  /** How it goes with each failure that was asked for. */
  readonly failures: readonly RehearsedFailure[]
  /** What was made up, because it can't be known here. */
  readonly madeUp: readonly StandInValue[]
}

export interface OutputChange {
  readonly key: string
  readonly before?: string
  readonly after?: string
  readonly exportName?: string
}

export interface Dependent {
  readonly stack: string
  /** Exports of this stack that it imports. */
  readonly imports: readonly string[]
  /** Why it could not be taken into account. */
  readonly leftOut?: string
}

export interface RehearsedFailure extends Played, Consequences {
  /** As `--fail` had it. */
  readonly fail: string
  /** Whether the failure came to be: what is not touched by a deployment can't fail in it. */
  readonly happened: boolean
}
