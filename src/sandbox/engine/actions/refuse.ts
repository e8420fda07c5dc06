import type { ActionSteps } from '../outcome.ts'
import { policyDenial } from '../stack-policy.ts'

/** A resource that the stack policy keeps from being removed. */
export const refuse: ActionSteps = {
  start: (run, _key, task) => {
    const { logicalId, type } = run.stack.resources[task.logicalId]!
    const denial = policyDenial(run, { logicalId, type, action: 'Update:Delete' })
    return denial === undefined ? 'done' : { failed: denial }
  },
}
