import type { Operation } from '../operation.ts'

/** CloudFormation's quotas of a new account. */
export const describeAccountLimits: Operation = () => ({
  AccountLimits: [
    { Name: 'StackLimit', Value: 2000 },
    { Name: 'StackOutputsLimit', Value: 200 },
    { Name: 'ConcurrentResourcesLimit', Value: 2500 },
  ],
})

/** The sandbox has no stack sets. */
export const listStackSets: Operation = () => ({ Summaries: [] })
