import { conditionOf, present, type Work } from '../work.ts'
import type { ServerlessEvent } from './event.ts'
import { permission } from './permission.ts'
import { startRole } from './start-role.ts'
import { targetArn } from './target-arn.ts'

/** `Schedule`, `EventBridgeRule` and `CloudWatchEvent`: a rule that starts the target. */
export function ruleEvent(event: ServerlessEvent, { resources }: Work): void {
  const { id, properties, target, owner } = event
  const { Schedule, Pattern, Description, Enabled, EventBusName, Input, InputPath, Name, State } = properties
  const isMachine = owner.id === target && resources[target]?.['Type'] === 'AWS::StepFunctions::StateMachine'
  resources[id] = {
    Type: 'AWS::Events::Rule',
    ...conditionOf(owner),
    Properties: present({
      ScheduleExpression: Schedule,
      EventPattern: Pattern,
      Description,
      EventBusName,
      Name,
      State: State ?? (Enabled === undefined ? undefined : Enabled === true ? 'ENABLED' : 'DISABLED'),
      Targets: [
        present({
          Arn: targetArn(event, isMachine),
          Id: `${id}${isMachine ? 'StepFunctionsTarget' : 'LambdaTarget'}`,
          Input,
          InputPath,
          RoleArn: isMachine ? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] } : undefined,
        }),
      ],
    }),
  }
  if (isMachine) resources[`${id}Role`] = startRole(event, 'events', 'states:StartExecution')
  else
    resources[`${id}Permission`] = permission(event, 'events', { SourceArn: { 'Fn::GetAtt': [id, 'Arn'] } })
}
