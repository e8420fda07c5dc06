import type { Stack } from '../calls/client.ts'
import { accountOf, checkAccount } from '../calls/account.ts'
import type { FollowResult } from '../events/follow.ts'
import type { Operation, WantedOperation } from '../template/request.ts'
import { startState } from '../state/start-state.ts'
import { meetBusy } from './busy.ts'
import { replaceDead } from './dead.ts'
import type { StackDeployment } from './deployment.ts'
import { finishRollback } from './half-rolled-back.ts'
import { leadStopped } from './stopped.ts'

/** A stack that can be deployed, or an operation that was joined in place of that. */
export type Ready =
  | {
      readonly operation: Operation
      readonly before: Stack | undefined
      /** The stack's last operation failed and was not rolled back: CloudFormation takes an update only if this one is not either. */
      readonly retriesFailed: boolean
    }
  | { readonly joined: FollowResult }

/** Brings the stack into a state that a deployment can start from: each way out is chosen, gone, and the stack looked at again. */
export async function ready(deployment: StackDeployment, hash: string): Promise<Ready> {
  const { aws, signal, target } = deployment
  let wanted: WantedOperation = deployment.operation
  for (;;) {
    const stack = await aws.until(signal).describeStack(target.stackName)
    checkAccount(target.stackName, target.settings.account, accountOf(stack?.StackId))
    const state = startState(wanted, target.stackName, stack)
    if (state === 'create' || state === 'update')
      return { operation: state, before: stack, retriesFailed: false }
    const there = stack as Stack
    if (state === 'busy') {
      const met = await meetBusy(deployment, there, hash)
      if (met !== 'over') return met
    } else if (state === 'dead') await replaceDead(deployment, there, hash)
    else if (state === 'half-rolled-back') await finishRollback(deployment, there, hash)
    else if ((await leadStopped(deployment, there, hash)) === 'retry')
      return { operation: 'update', before: stack, retriesFailed: true }
    // What was there before is changed or gone: now whatever applies is wanted.
    wanted = 'deploy'
  }
}
