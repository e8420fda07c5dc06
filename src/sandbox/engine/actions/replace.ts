import { setResourceStatus } from '../event.ts'
import { failureOnRequest } from '../faults.ts'
import type { ActionSteps } from '../outcome.ts'
import { becomeFormer, bringIntoBeing } from '../own.ts'
import { identifierOf } from '../../types/identifier.ts'
import { awaitSignals } from '../signals.ts'
import { whenSignalled } from '../when-signalled.ts'
import { takeTime } from '../timing.ts'
import { standingOf, wantedOf } from '../wanted.ts'

const because = 'Requested update requires the creation of a new physical resource; hence creating one.'

function keepsName(name: string): string {
  return `CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename ${name} and update the stack again.`
}

/** Makes a new resource in place of the one that the stack has, which is removed when the update has succeeded. */
export const replace: ActionSteps = {
  start: (run, key, task) => {
    const state = run.stack.resources[task.logicalId]!
    setResourceStatus(run, state, 'UPDATE_IN_PROGRESS', because)
    takeTime(run, key, { ...state, properties: task.properties!, action: 'create', calledAs: 'update' })
    return 'going'
  },
  on: {
    initiated: (run, key, task) => {
      const state = run.stack.resources[task.logicalId]!
      const wanted = wantedOf(run, task.logicalId)
      const requested = failureOnRequest(run, task.logicalId, 'update')
      if (requested !== undefined) return { failed: requested }
      const name = identifierOf(wanted.type, task.properties!)
      if (name !== undefined && name === identifierOf(state.type, state.properties))
        return { failed: keepsName(name) }
      const live = bringIntoBeing(run, { ...state, type: wanted.type, properties: task.properties! })
      if ('failed' in live) return live
      becomeFormer(run, state, wanted.updateReplacePolicy)
      const { physicalId } = live
      Object.assign(state, { physicalId, properties: task.properties!, ...standingOf(wanted, task.metadata) })
      setResourceStatus(run, state, 'UPDATE_IN_PROGRESS', 'Resource creation Initiated')
      awaitSignals(run, key, task, 'create')
      return 'going'
    },
    ...whenSignalled((run, _key, task) => {
      setResourceStatus(run, run.stack.resources[task.logicalId]!, 'UPDATE_COMPLETE')
      return 'done'
    }),
  },
}
