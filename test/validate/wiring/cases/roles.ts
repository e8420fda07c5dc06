import { fargate, hosted, staged } from './bases.ts'
import type { WiringCase } from './case.ts'

const noValue = { Ref: 'AWS::NoValue' }
const secret = { Name: 'TOKEN', ValueFrom: '/app/token' }
const first = (resources: any): any => resources.Task.Properties.ContainerDefinitions[0]
const allow = (...actions: readonly string[]): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
})

export const roles: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS1501',
      level: 'error',
      path: 'Resources.Task.Properties',
      message:
        'Task definition "Task" writes logs by awslogs on Fargate, pulls images from ECR on Fargate, and has no execution role',
      hint: 'Set ExecutionRoleArn to a role with AmazonECSTaskExecutionRolePolicy',
    },
    fails: fargate(({ Resources }) => {
      delete Resources.Task.Properties.ExecutionRoleArn
      first(Resources).Image = { 'Fn::Sub': '${AWS::AccountId}.dkr.ecr.${AWS::Region}.amazonaws.com/app:1' }
    }),
    silent: {
      'nothing is private and nothing is logged': fargate(({ Resources }) => {
        delete Resources.Task.Properties.ExecutionRoleArn
        delete first(Resources).LogConfiguration
      }),
      'the role is imported': fargate(({ Resources }) => {
        Resources.Task.Properties.ExecutionRoleArn = { 'Fn::ImportValue': 'execution-role' }
        first(Resources).Secrets = [secret]
      }),
      'the log is there when the role is': fargate((draft) => {
        const { Task } = staged(draft).Resources
        Task.Properties.ExecutionRoleArn = { 'Fn::If': ['Prod', Task.Properties.ExecutionRoleArn, noValue] }
        const container = Task.Properties.ContainerDefinitions[0]
        container.LogConfiguration = { 'Fn::If': ['Prod', container.LogConfiguration, noValue] }
      }),
      'a host has a role of its own for logs': hosted(({ Resources }) => {
        first(Resources).LogConfiguration = {
          LogDriver: 'awslogs',
          Options: { 'awslogs-group': 'app', 'awslogs-region': { Ref: 'AWS::Region' } },
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1501',
      level: 'error',
      path: 'Resources.Task.Properties',
      message: 'Task definition "Task" reads secrets, and has no execution role',
      hint: 'Set ExecutionRoleArn to a role with AmazonECSTaskExecutionRolePolicy',
    },
    fails: hosted(({ Resources }) => {
      first(Resources).Secrets = [secret]
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1502',
      level: 'warning',
      path: 'Resources.ExecutionRole',
      message:
        'Task definition "Task" reads secrets, makes its log group, its execution role "ExecutionRole" does not allow ' +
        '"ssm:GetParameters", "secretsmanager:GetSecretValue", "logs:CreateLogGroup"',
      hint: 'Allow "ssm:GetParameters", "secretsmanager:GetSecretValue", "logs:CreateLogGroup" in a policy of "ExecutionRole"',
    },
    fails: fargate((draft) => {
      const container = first(draft.Resources)
      draft.Parameters.Secret = { Type: 'String' }
      container.Secrets = [
        secret,
        {
          Name: 'PASSWORD',
          ValueFrom: {
            'Fn::Sub':
              'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${Secret}',
          },
        },
      ]
      container.LogConfiguration.Options['awslogs-create-group'] = 'true'
    }),
    silent: {
      'a policy of its own allows it': fargate(({ Resources }) => {
        first(Resources).Secrets = [secret]
        Resources.Secrets = {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: 'secrets',
            Roles: [{ Ref: 'ExecutionRole' }],
            PolicyDocument: allow('ssm:Get*'),
          },
        }
      }),
      'a policy of another stack may': fargate(({ Resources }) => {
        first(Resources).Secrets = [secret]
        Resources.ExecutionRole.Properties.ManagedPolicyArns.push({ 'Fn::ImportValue': 'read-secrets' })
      }),
      'an inline policy allows it in the case that has secrets': fargate((draft) => {
        const { ExecutionRole } = staged(draft).Resources
        first(draft.Resources).Secrets = { 'Fn::If': ['Prod', [secret], noValue] }
        ExecutionRole.Properties.Policies = [
          {
            'Fn::If': [
              'Prod',
              { PolicyName: 'secrets', PolicyDocument: allow('ssm:GetParameters') },
              noValue,
            ],
          },
        ]
      }),
      'the secret’s kind is not known': fargate((draft) => {
        draft.Parameters.Secret = { Type: 'String' }
        first(draft.Resources).Secrets = [{ Name: 'TOKEN', ValueFrom: { Ref: 'Secret' } }]
      }),
    },
  },
  {
    finds: {
      code: 'CFS1502',
      level: 'warning',
      path: 'Resources.ExecutionRole',
      message:
        'Task definition "Task" reads secrets, its execution role "ExecutionRole" does not allow "secretsmanager:GetSecretValue"',
      hint: 'Allow "secretsmanager:GetSecretValue" in a policy of "ExecutionRole"',
    },
    fails: fargate((draft) => {
      const { Resources } = staged(draft)
      Resources.Token = {
        Type: 'AWS::SecretsManager::Secret',
        DeletionPolicy: 'Delete',
        UpdateReplacePolicy: 'Delete',
        Properties: { GenerateSecretString: {} },
      }
      first(Resources).Secrets = [
        { Name: 'TOKEN', ValueFrom: { 'Fn::Join': ['', [{ Ref: 'Token' }, ':token::']] } },
      ]
      Resources.ExecutionRole.Properties.Policies = [
        {
          'Fn::If': [
            'Prod',
            { PolicyName: 'secrets', PolicyDocument: allow('secretsmanager:GetSecretValue') },
            noValue,
          ],
        },
      ]
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1503',
      level: 'error',
      path: 'Resources.ExecutionRole.Properties.AssumeRolePolicyDocument',
      message:
        'Task definition "Task" uses role "ExecutionRole" as ecs-tasks.amazonaws.com, the role trusts "ecs.amazonaws.com"',
      hint: 'Add ecs-tasks.amazonaws.com to the principals of AssumeRolePolicyDocument',
    },
    fails: fargate(({ Resources }) => {
      Resources.ExecutionRole.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service =
        'ecs.amazonaws.com'
    }),
    silent: {
      'one of several statements names ECS, with the suffix of the region': fargate(({ Resources }) => {
        Resources.ExecutionRole.Properties.AssumeRolePolicyDocument.Statement = [
          { Effect: 'Allow', Principal: { Service: ['ec2.amazonaws.com'] }, Action: 'sts:AssumeRole' },
          {
            Effect: 'Allow',
            Principal: { Service: [{ 'Fn::Sub': 'ecs-tasks.${AWS::URLSuffix}' }] },
            Action: 'sts:AssumeRole',
          },
        ]
      }),
      'the principal is a parameter': fargate((draft) => {
        draft.Parameters.Principal = { Type: 'String' }
        draft.Resources.ExecutionRole.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service = {
          Ref: 'Principal',
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1503',
      level: 'warning',
      path: 'Resources.HostRole.Properties.AssumeRolePolicyDocument',
      message:
        'Auto-scaling group "Hosts" uses role "HostRole" as ec2.amazonaws.com, the role trusts "ecs.amazonaws.com"',
      hint: 'Add ec2.amazonaws.com to the principals of AssumeRolePolicyDocument',
    },
    fails: hosted(({ Resources }) => {
      Resources.HostRole.Properties.AssumeRolePolicyDocument.Statement[0].Principal.Service =
        'ecs.amazonaws.com'
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS1504',
      level: 'warning',
      path: 'Resources.HostTemplate.Properties.LaunchTemplateData',
      message: '"Hosts" starts hosts of an ECS cluster without an instance profile: they cannot register',
      hint: 'Set IamInstanceProfile to a profile whose role has service-role/AmazonEC2ContainerServiceforEC2Role',
    },
    fails: hosted(({ Resources }) => {
      delete Resources.HostTemplate.Properties.LaunchTemplateData.IamInstanceProfile
      delete Resources.HostProfile
      delete Resources.HostRole
    }),
    silent: {
      'the profile is a parameter': hosted((draft) => {
        draft.Parameters.Profile = { Type: 'String' }
        draft.Resources.HostTemplate.Properties.LaunchTemplateData.IamInstanceProfile = {
          Name: { Ref: 'Profile' },
        }
      }),
      'the instances are no hosts': hosted(({ Resources }) => {
        const { LaunchTemplateData } = Resources.HostTemplate.Properties
        delete LaunchTemplateData.IamInstanceProfile
        LaunchTemplateData.UserData = {
          'Fn::Base64': { 'Fn::Sub': 'cfn-signal --stack ${AWS::StackName} --resource Hosts' },
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS1505',
      level: 'warning',
      path: 'Resources.HostRole',
      message:
        '"Hosts" starts hosts of an ECS cluster, their role "HostRole" does not allow "ecs:RegisterContainerInstance"',
      hint: 'Add service-role/AmazonEC2ContainerServiceforEC2Role to ManagedPolicyArns of "HostRole"',
    },
    fails: hosted(({ Resources }) => {
      Resources.HostRole.Properties.ManagedPolicyArns = [
        'arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore',
      ]
    }),
    silent: {
      'an own policy lets them': hosted(({ Resources }) => {
        delete Resources.HostRole.Properties.ManagedPolicyArns
        Resources.HostRole.Properties.Policies = [
          {
            PolicyName: 'register',
            PolicyDocument: allow('ecs:Register*', 'ecs:Poll', 'ecs:DiscoverPollEndpoint'),
          },
        ]
      }),
      'a managed policy of the template lets them': hosted(({ Resources }) => {
        Resources.HostRole.Properties.ManagedPolicyArns = [{ Ref: 'Register' }]
        Resources.Register = {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: allow('ecs:*') },
        }
      }),
      'the policies are a parameter': hosted((draft) => {
        draft.Parameters.Policies = { Type: 'CommaDelimitedList' }
        draft.Resources.HostRole.Properties.ManagedPolicyArns = { Ref: 'Policies' }
      }),
    },
  },
]
