import { itFinds, one } from '../finds.ts'

const topic = (TopicName: unknown): object => one('AWS::SNS::Topic', { TopicName })
const user = (Password: string): object => one('AWS::IAM::User', { LoginProfile: { Password } })
const output = (Value: string): object => ({
  Resources: { A: { Type: 'AWS::SNS::Topic' } },
  Outputs: { O: { Value } },
})
const source = (SecretArn: string): object =>
  one('AWS::RDS::DBProxy', {
    Auth: [{ SecretArn }],
    DBProxyName: 'a',
    EngineFamily: 'MYSQL',
    RoleArn: 'arn:aws:iam::123456789012:role/a',
    VpcSubnetIds: ['subnet-12345678', 'subnet-87654321'],
  })
const secret = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a'

describe('dynamicReferences', () => {
  itFinds([
    ['E1050', topic('{{resolve:sm:a}}'), topic('{{resolve:ssm:a}}')],
    ['E1050', topic('{{resolve:ssm:a:b}}'), topic('{{resolve:ssm:/a/b:1}}')],
    ['E1050', topic('{{resolve:ssm:a:1:2}}'), topic({ 'Fn::Sub': '{{resolve:ssm:${AWS::StackName}:1}}' })],
    [
      'E1050',
      topic('{{resolve:secretsmanager:a:Secret}}'),
      topic(`{{resolve:secretsmanager:${secret}:SecretString:b}}`),
    ],
    [
      'E1050',
      topic('{{resolve:secretsmanager:arn:aws:iam::123456789012:role:a}}'),
      topic('{{resolve:secretsmanager:a::b}}'),
    ],
    ['E1051', output('{{resolve:secretsmanager:a}}'), output('{{resolve:ssm:a}}')],
    ['E1027', topic('{{resolve:ssm-secure:a}}'), user('{{resolve:ssm-secure:a:1}}')],
    ['W1051', source('{{resolve:secretsmanager:a}}'), source(secret)],
    ['W1053', topic('{{ resolve:ssm:a}}'), topic('{{resolve:ssm:a}}')],
  ])
})
