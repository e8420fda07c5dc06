import type { Operation } from '../operation.ts'
import { stacksHere, stackWithId } from './find-stack.ts'
import { listGiven, textGiven } from './given.ts'
import { page } from './page.ts'
import { stackAnswer, stackSummary } from './stack-answer.ts'

/** One stack by name or id, or all that are there. */
export const describeStacks: Operation = (input, context) => {
  const name = textGiven(input, 'StackName')
  if (name !== undefined) return { Stacks: [stackAnswer(stackWithId(context, name))] }
  const there = stacksHere(context).filter(({ status }) => status !== 'DELETE_COMPLETE')
  const { items, next } = page(there.toReversed(), input)
  return { Stacks: items.map(stackAnswer), ...next }
}

/** All stacks, deleted ones too, or those in some states; the newest first. */
export const listStacks: Operation = (input, context) => {
  const wanted = listGiven<string>(input, 'StackStatusFilter') ?? []
  const all = stacksHere(context).filter(({ status }) => wanted.length === 0 || wanted.includes(status))
  const { items, next } = page(all.toReversed(), input)
  return { StackSummaries: items.map(stackSummary), ...next }
}
