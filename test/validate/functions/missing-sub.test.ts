import { itFinds, one } from '../finds.ts'

const topic = (TopicName: unknown): object => one('AWS::SNS::Topic', { TopicName })
const machine = (DefinitionSubstitutions: object): object =>
  one('AWS::StepFunctions::StateMachine', {
    RoleArn: 'arn:aws:iam::123456789012:role/a',
    DefinitionString: '{"StartAt":"a","States":{"a":{"Type":"Task","Resource":"${Function}","End":true}}}',
    DefinitionSubstitutions,
  })

describe('missingSub', () => {
  itFinds([
    ['E1029', topic('news-${AWS::Region}'), topic({ 'Fn::Sub': 'news-${AWS::Region}' })],
    ['E1029', topic('${A.TopicName}'), topic({ 'Fn::Join': ['', ['${HOME}', '$A']] })],
    ['E1029', machine({}), machine({ Function: 'arn:aws:lambda:us-east-1:123456789012:function:a' })],
  ])
})
