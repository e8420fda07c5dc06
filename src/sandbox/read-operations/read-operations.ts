import type { Operations } from '../operation.ts'
import { describeAccountLimits, listStackSets } from './account-limits.ts'
import { describeEvents } from './describe-events.ts'
import { describeStackEvents } from './describe-stack-events.ts'
import {
  describeStackResource,
  describeStackResources,
  listStackResources,
} from './describe-stack-resources.ts'
import { describeStacks, listStacks } from './describe-stacks.ts'
import { listExports, listImports } from './list-exports.ts'

/** What looks at stacks and changes nothing. */
export const readOperations: Operations = {
  DescribeStacks: describeStacks,
  ListStacks: listStacks,
  DescribeStackEvents: describeStackEvents,
  DescribeEvents: describeEvents,
  DescribeStackResource: describeStackResource,
  DescribeStackResources: describeStackResources,
  ListStackResources: listStackResources,
  ListExports: listExports,
  ListImports: listImports,
  DescribeAccountLimits: describeAccountLimits,
  ListStackSets: listStackSets,
}
