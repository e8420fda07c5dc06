import type { FollowResult } from '../events/follow.ts'
import type { Plan } from '../plan/plan.ts'
import type { SettingsChange } from '../state/settings-changes.ts'
import type { Execution } from './carry-out.ts'

/** How the deployment of a stack ended. */
export type Outcome =
  | {
      readonly kind: 'unchanged'
      readonly stack: string
      readonly status: 'no-changes'
      readonly ok: true
    }
  | {
      readonly kind: 'settings'
      readonly stack: string
      readonly status: 'settings-changed'
      readonly settings: readonly SettingsChange[]
      readonly ok: true
    }
  /** An operation of another run was followed to its end. */
  | ({ readonly kind: 'joined'; readonly stack: string } & FollowResult)
  | ({
      readonly kind: 'executed'
      readonly stack: string
      readonly plan: Plan
      readonly settings: readonly SettingsChange[]
    } & Execution)
