import type { Operations } from '../operation.ts'
import { createChangeSet } from './create-change-set.ts'
import { deleteChangeSet } from './delete-change-set.ts'
import { describeChangeSetHooks, listHookResults } from './describe-change-set-hooks.ts'
import { describeChangeSet, listChangeSets } from './describe-change-set.ts'
import { executeChangeSet } from './execute-change-set.ts'

/** Everything that is done with change sets. */
export const changeSetOperations: Operations = {
  CreateChangeSet: createChangeSet,
  DescribeChangeSet: describeChangeSet,
  ListChangeSets: listChangeSets,
  ExecuteChangeSet: executeChangeSet,
  DeleteChangeSet: deleteChangeSet,
  DescribeChangeSetHooks: describeChangeSetHooks,
  ListHookResults: listHookResults,
}
