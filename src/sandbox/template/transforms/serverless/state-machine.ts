import { codeLocation } from './code-location.ts'
import { definitionString } from './definition-string.ts'
import { expandEvents } from './events/expand-events.ts'
import { roleFor } from './role.ts'
import { tagList } from './tags.ts'
import { present, type Serverless, type Work } from './work.ts'

/** `AWS::Serverless::StateMachine`: a state machine and its role. */
export function expandStateMachine(one: Serverless, work: Work): void {
  const { id, properties, attributes } = one
  const { Definition: definition, DefinitionUri: uri, Name, Role, Type, Tracing } = properties
  const tags = tagList(properties['Tags'], 'stateMachine')
  const { S3Bucket: Bucket, S3Key: Key, S3ObjectVersion: Version } = codeLocation(uri) ?? {}
  if ((definition === undefined) === (Bucket === undefined))
    work.problems.push({ id, text: "Either 'Definition' or 'DefinitionUri' property must be specified." })
  const { text, substitutions } = definitionString(definition)
  const named = { ...(properties['DefinitionSubstitutions'] as object | undefined), ...substitutions }
  work.resources[id] = {
    ...attributes,
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: present({
      DefinitionString: definition === undefined ? undefined : text,
      DefinitionS3Location: Bucket === undefined ? undefined : present({ Bucket, Key, Version }),
      DefinitionSubstitutions: Object.keys(named).length > 0 ? named : undefined,
      LoggingConfiguration: properties['Logging'],
      RoleArn: Role ?? { 'Fn::GetAtt': [`${id}Role`, 'Arn'] },
      StateMachineName: Name,
      StateMachineType: Type,
      TracingConfiguration: Tracing,
      Tags: tags,
    }),
  }
  if (Role === undefined)
    work.resources[`${id}Role`] = roleFor(one, {
      partition: work.partition,
      service: 'states',
      managed: [],
      tags,
    })
  expandEvents(one, id, work)
}
