import { messageOf } from '../engine/message-of.ts'
import type { World } from '../world.ts'
import { finishExecution } from './execute-refactor.ts'
import { planRefactor } from './plan-refactor.ts'

/** A refactor's creation or execution comes to its end. */
export function continueRefactor(world: World, id: string): void {
  const refactor = world.refactors[id]
  if (refactor === undefined) return
  const context = { world, place: refactor.place, callerArn: '' }
  if (refactor.status !== 'CREATE_IN_PROGRESS') return finishExecution(refactor, context)
  let problem: string | undefined
  try {
    problem = planRefactor(refactor, context)
  } catch (error) {
    problem = messageOf(error)
  }
  if (problem === undefined)
    Object.assign(refactor, { status: 'CREATE_COMPLETE', executionStatus: 'AVAILABLE' })
  else Object.assign(refactor, { status: 'CREATE_FAILED', statusReason: problem })
}
