import type { DeletionPolicy } from '../world.ts'
import { isGoingBack } from './going-back.ts'
import type { Run } from './run.ts'

/** Whether a resource outlives its removal from the stack. */
export function isKept(
  run: Run,
  target: { readonly logicalId: string; readonly policy: DeletionPolicy },
): boolean {
  const { options, adopted } = run.running
  if (options.leave?.includes(target.logicalId) || adopted.includes(target.logicalId)) return true
  if (target.policy === 'Retain') return !(isGoingBack(run.running) && options.retainExceptOnCreate)
  return target.policy === 'RetainExceptOnCreate' && !isGoingBack(run.running)
}
