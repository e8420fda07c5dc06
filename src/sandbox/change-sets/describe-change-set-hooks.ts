import type { Operation } from '../operation.ts'
import { changeSetOf } from './find-change-set.ts'

/** DescribeChangeSetHooks: the sandbox has no hooks. */
export const describeChangeSetHooks: Operation = (input, context) => {
  const set = changeSetOf(input, context)
  return {
    ChangeSetId: set.id,
    ChangeSetName: set.name,
    Hooks: [],
    Status: set.status === 'CREATE_COMPLETE' ? 'PLANNED' : 'PLANNING',
    StackId: set.stackId,
    StackName: set.stackId.split('/')[1],
  }
}

/** ListHookResults: the sandbox has no hooks. */
export const listHookResults: Operation = () => ({ HookResults: [] })
