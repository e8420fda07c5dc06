import { draftStack } from '../../change-sets/draft-stack.ts'
import { changeSetOf } from '../../change-sets/find-change-set.ts'
import type { CallContext, Operation } from '../../operation.ts'
import { stackWithId } from '../../read-operations/find-stack.ts'
import { textGiven } from '../../read-operations/given.ts'
import { validationError } from '../../service-error.ts'
import type { Desired, JsonObject, StackState } from '../../world.ts'
import { deployedTemplate } from '../deployed-template.ts'
import { readTemplate } from '../read-template.ts'
import { isTransformed } from '../transforms/transforms-of.ts'

/** GetTemplate: the template of a stack or a change set, as it was sent or after its transforms. */
export const getTemplate: Operation = (input, context) => {
  const { stack, desired } = subjectOf(input, context)
  if (desired.body === '') return { TemplateBody: '', StagesAvailable: [] }
  const isProcessed = textGiven(input, 'TemplateStage') === 'Processed'
  return {
    TemplateBody: isProcessed ? processedBody(desired, stack, context) : desired.body,
    StagesAvailable: ['Original', 'Processed'],
  }
}

function processedBody(desired: Desired, stack: StackState, { world }: CallContext): string {
  if (!isTransformed(readTemplate(desired.body))) return desired.body
  return JSON.stringify(deployedTemplate(desired, stack.place, stack, world).root)
}

function subjectOf(input: JsonObject, context: CallContext): { stack: StackState; desired: Desired } {
  const name = textGiven(input, 'StackName')
  const changeSet = textGiven(input, 'ChangeSetName')
  if (changeSet === undefined) {
    if (name === undefined) throw validationError('StackName is a required parameter.')
    const stack = stackWithId(context, name)
    return { stack, desired: stack.desired }
  }
  if (name === undefined && !changeSet.startsWith('arn:'))
    throw validationError('StackName is a required parameter.')
  const set = changeSetOf(input, context)
  // A nested stack that is still to be made is known by its id only.
  const [, stackName = ''] = set.stackId.split('/')
  const stack = context.world.stacks[set.stackId] ?? draftStack(stackName, context.place, set.stackId)
  return { stack, desired: set.desired }
}
