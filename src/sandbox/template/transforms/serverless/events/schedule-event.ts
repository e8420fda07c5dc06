import { conditionOf, pick, present, type Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { startRole } from './start-role.ts'
import { targetArn } from './target-arn.ts'

/** `ScheduleV2`: a schedule with a role of its own. */
export function scheduleEvent(event: ServerlessEvent, { resources }: Work): void {
  const { id, properties, target, owner } = event
  const { FlexibleTimeWindow = { Mode: 'OFF' }, Name = id, RoleArn, Input, RetryPolicy } = properties
  const isMachine = resources[target]?.['Type'] === 'AWS::StepFunctions::StateMachine'
  resources[id] = {
    Type: 'AWS::Scheduler::Schedule',
    ...conditionOf(owner),
    Properties: present({
      ...pick(properties, ['Description', 'EndDate', 'GroupName', 'KmsKeyArn', 'ScheduleExpression']),
      ...pick(properties, ['ScheduleExpressionTimezone', 'StartDate', 'State']),
      FlexibleTimeWindow,
      Name,
      Target: present({
        Arn: targetArn(event, isMachine),
        RoleArn: RoleArn ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
        Input,
        RetryPolicy,
      }),
    }),
  }
  if (RoleArn === undefined)
    resources[`${id}Role`] = startRole(
      event,
      'scheduler',
      isMachine ? 'states:StartExecution' : 'lambda:InvokeFunction',
    )
}
