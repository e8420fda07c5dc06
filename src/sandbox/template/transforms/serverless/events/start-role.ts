import type { JsonObject } from '../../../../world.ts'
import { trustIn } from '../role.ts'
import { conditionOf } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { targetArn } from './target-arn.ts'

/** The role with which a service starts what an event is for. */
export function startRole(event: ServerlessEvent, service: string, action: string): JsonObject {
  const { id, owner } = event
  const isFunction = action.startsWith('lambda:')
  return {
    Type: 'AWS::IAM::Role',
    ...conditionOf(owner),
    Properties: {
      AssumeRolePolicyDocument: trustIn(service),
      Policies: [
        {
          PolicyName: `${id}${isFunction ? 'LambdaPolicy' : 'StartExecutionPolicy'}`,
          PolicyDocument: {
            Statement: [{ Action: action, Effect: 'Allow', Resource: targetArn(event, !isFunction) }],
          },
        },
      ],
    },
  }
}
