import type { EventState } from '../world.ts'

/** What part of an operation something belongs to. */
export type Phase = 'deployment' | 'clean-up' | 'rollback' | 'clean-up after rollback'

/** What happens to one resource, in seconds after the operation began. */
export interface Step {
  readonly logicalId: string
  readonly type: string
  readonly action: 'create' | 'update' | 'delete' | 'import'
  readonly phase: Phase
  readonly start: number
  readonly end: number
  readonly outcome: 'done' | 'failed' | 'kept' | 'cut off'
  readonly reason?: string
}

interface OpenStep extends Omit<Step, 'end' | 'outcome' | 'reason'> {
  end?: number
  outcome?: Step['outcome']
  reason?: string
}

const outcomes: Readonly<Record<string, Step['outcome']>> = {
  COMPLETE: 'done',
  FAILED: 'failed',
  SKIPPED: 'kept',
}

/** The steps of an operation from a stack's events, oldest first, in the order in which they begin. */
export function stepsOf(events: readonly EventState[], stackId: string): readonly Step[] {
  const began = events[0]?.at ?? 0
  const steps: OpenStep[] = []
  let phase: Phase = 'deployment'
  for (const event of events) {
    if (event.physicalId === stackId) {
      phase = phaseAfter(event.status, phase)
      continue
    }
    const [, action, state] = /^(CREATE|UPDATE|DELETE|IMPORT)_(\w+)$/.exec(event.status) ?? []
    if (action === undefined || state === undefined) continue
    const at = (event.at - began) / 1000
    const verb = action.toLowerCase() as Step['action']
    const open = steps.find(
      (one) => one.logicalId === event.logicalId && one.action === verb && one.end === undefined,
    )
    const step = open ?? { logicalId: event.logicalId, type: event.type, action: verb, phase, start: at }
    if (open === undefined) steps.push(step)
    const outcome = outcomes[state]
    if (outcome === undefined) continue
    step.end = at
    step.outcome = outcome
    if (event.reason !== undefined) step.reason = event.reason
  }
  const end = ((events.at(-1)?.at ?? began) - began) / 1000
  return steps.map(({ end: own = end, outcome = 'cut off', ...step }) => ({ ...step, end: own, outcome }))
}

function phaseAfter(status: string, phase: Phase): Phase {
  if (status.endsWith('ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS')) return 'clean-up after rollback'
  if (status.endsWith('_CLEANUP_IN_PROGRESS')) return 'clean-up'
  if (status.endsWith('ROLLBACK_IN_PROGRESS')) return 'rollback'
  // A creation that deletes what it has made when it fails.
  return status === 'DELETE_IN_PROGRESS' ? 'rollback' : phase
}
