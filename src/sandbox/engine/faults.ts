import { uuid } from '../chance.ts'
import type { Fault } from '../world.ts'
import { isGoingBack } from './going-back.ts'
import type { Run } from './run.ts'

type Verb = 'create' | 'update' | 'delete'

/** The reason with which somebody wants this resource to fail; undefined when nobody does. Uses the fault up by one. */
export function failureOnRequest(run: Run, logicalId: string, verb: Verb): string | undefined {
  const fault = run.world.faults.find(
    (fault) => fault.kind === 'fail' && concerns(fault, run, logicalId, verb),
  )
  if (fault === undefined) return undefined
  useUp(run, fault)
  return fault.reason ?? unexplained(run)
}

/** As services say it that do not say more. */
function unexplained({ world }: Run): string {
  return `Resource handler returned message: "Failed on request" (RequestToken: ${uuid(world)}, HandlerErrorCode: GeneralServiceException)`
}

/** How many times longer than usual it takes. */
export function slowness(run: Run, logicalId: string, verb: Verb): number {
  const fault = run.world.faults.find(
    (fault) => fault.kind === 'slow' && concerns(fault, run, logicalId, verb),
  )
  if (fault === undefined) return 1
  useUp(run, fault)
  return fault.factor ?? 1
}

function concerns(fault: Fault, run: Run, logicalId: string, verb: Verb): boolean {
  if (fault.stack !== undefined && fault.stack !== run.stack.name) return false
  if (fault.logicalId !== undefined && fault.logicalId !== logicalId) return false
  if (fault.on === 'rollback') return isGoingBack(run.running)
  if (fault.on === 'delete') return verb === 'delete'
  return !isGoingBack(run.running) && (fault.on === undefined || fault.on === verb)
}

function useUp(run: Run, fault: Fault): void {
  if (fault.times === undefined) return
  fault.times -= 1
  if (fault.times <= 0) run.world.faults.splice(run.world.faults.indexOf(fault), 1)
}
