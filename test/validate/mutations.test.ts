import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import * as fc from 'fast-check'
import { allRules } from '../../src/validate/rules.ts'
import { existingPath } from '../../src/validate/existing-path.ts'
import { parseTemplate } from '../../src/validate/read-template.ts'
import { validate } from '../../src/validate/validate.ts'
import { mutated, mutation } from './mutate.ts'
import { wiringCases } from './wiring/cases/list.ts'

/** Parts of templates that the stacks of this repository do not have. */
const written = [
  `
AWSTemplateFormatVersion: '2010-09-09'
Transform: [AWS::LanguageExtensions]
Metadata:
  AWS::CloudFormation::Interface: { ParameterGroups: [{ Label: { default: a }, Parameters: [Env] }] }
Parameters:
  Env: { Type: String, AllowedValues: [dev, prod], Default: dev, AllowedPattern: '[a-z]+' }
  Zones: { Type: CommaDelimitedList, Default: 'a,b' }
Mappings:
  Sizes: { dev: { Size: t3.micro, Ports: [80, 443] }, prod: { Size: m5.large, Ports: [80] } }
Rules:
  R: { RuleCondition: !Equals [!Ref Env, prod], Assertions: [{ Assert: { Fn::Contains: [[a], !Ref Env] } }] }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Both: !And [!Condition Prod, !Not [!Equals [!Ref AWS::Region, us-east-1]]]
Resources:
  Topic: { Type: AWS::SNS::Topic, Condition: Prod, DeletionPolicy: Retain }
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    DependsOn: [Topic]
    CreationPolicy: { ResourceSignal: { Count: 1, Timeout: PT5M } }
    UpdatePolicy: { AutoScalingRollingUpdate: { MaxBatchSize: '1', SuspendProcesses: [Launch] } }
    Properties:
      MinSize: '1'
      MaxSize: !If [Both, '4', '2']
      AvailabilityZones: !GetAZs ''
      LaunchTemplate: { LaunchTemplateId: !Ref Template, Version: !GetAtt Template.LatestVersionNumber }
      Tags: [{ Key: a, Value: !If [Prod, !Ref Topic, !Ref AWS::NoValue], PropagateAtLaunch: true }]
  Template:
    Type: AWS::EC2::LaunchTemplate
    Metadata: { AWS::CloudFormation::Init: { config: { files: { /a: { content: !Sub '\${Env}', mode: '000644' } } } } }
    Properties:
      LaunchTemplateData:
        ImageId: '{{resolve:ssm:/aws/service/ami:1}}'
        InstanceType: !FindInMap [Sizes, !Ref Env, Size, { DefaultValue: t3.nano }]
        UserData: { Fn::Base64: !Sub ['\${A}-\${AWS::StackName}', { A: !Join ['', [!Select [0, !Split ['-', 'a-b']]]] }] }
  Fn::ForEach::Queues:
    - Name
    - [A, B]
    - Queue\${Name}: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub 'q-\${Name}', DelaySeconds: { Fn::Length: !Ref Zones } } }
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
Outputs:
  Queue: { Value: !GetAtt QueueA.Arn, Export: { Name: !Sub '\${AWS::StackName}-q' } }
  Topic: { Condition: Prod, Value: !Ref Topic }
`,
  `
Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: nodejs22.x, Environment: { Variables: { A: !Ref Table } } } }
Resources:
  Table: { Type: AWS::Serverless::SimpleTable }
  Hello:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      CodeUri: ./src
      AutoPublishAlias: live
      Policies: [{ DynamoDBCrudPolicy: { TableName: !Ref Table } }]
      Events: { Get: { Type: Api, Properties: { Path: /, Method: get } } }
Outputs:
  Role: { Value: !GetAtt HelloRole.Arn }
  Url: { Value: !Sub 'https://\${ServerlessRestApi}.execute-api.\${AWS::Region}.amazonaws.com/Prod' }
`,
]

const corpus = process.env['CFSTACK_CORPUS']
const golden = readdirSync('templates-out').filter((name) => name.endsWith('.json') && name !== 'stacks.json')

function templates(): readonly unknown[] {
  if (corpus === undefined)
    return [
      ...golden.map((name) => JSON.parse(readFileSync(join('templates-out', name), 'utf8')) as unknown),
      ...written.map((text) => parseTemplate(text)),
      ...wiringCases.map(({ fails }) => fails),
    ]
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(json|ya?ml|template)$/.test(name),
  )
  return files.flatMap((name) => {
    try {
      return [parseTemplate(readFileSync(join(corpus, name), 'utf8'), name)]
    } catch {
      return []
    }
  })
}

const codes = new Set(allRules().map(({ code }) => code))

/** What is wrong with the findings of a template. */
function flaws(template: unknown): readonly string[] {
  return validate(template).flatMap((finding) => {
    const { code, level, path, message } = finding
    const wrong = [
      ...(codes.has(code) ? [] : ['no rule has the code']),
      ...(['error', 'warning', 'info'].includes(level) ? [] : ['the level is none']),
      ...(existingPath(path, template).length === path.length ? [] : ['the path leads nowhere']),
      ...(message === '' || message.includes('please report it') ? ['a check failed'] : []),
    ]
    return wrong.map((what) => `${what}: ${JSON.stringify(finding)}`)
  })
}

describe('validate() of mutated templates', () => {
  const runs = corpus === undefined ? 200 : 10_000

  it(`finds what it finds, with a known code, a level and a place (${runs} mutations)`, function () {
    this.timeout(runs * 100)
    const all = templates()
    fc.assert(
      fc.property(
        fc.nat(all.length - 1),
        fc.array(mutation, { minLength: 1, maxLength: 4 }),
        (index, mutations) => {
          expect(flaws(mutated(all[index], mutations))).to.deep.equal([])
        },
      ),
      { numRuns: runs, ...(corpus !== undefined && { endOnFailure: true }) },
    )
  })

  if (corpus !== undefined) {
    it('of the corpus itself too', function () {
      this.timeout(600_000)
      expect(templates().flatMap(flaws)).to.deep.equal([])
    })
  }
})
