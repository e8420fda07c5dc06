/** A template that a case changes in place. */
export interface Draft {
  Parameters: any
  Conditions?: any
  Resources: any
  Outputs?: any
}

const ref = (name: string): object => ({ Ref: name })
const att = (id: string, attribute: string): object => ({ 'Fn::GetAtt': [id, attribute] })

/** What makes a template with one thing changed; the change gets a copy. */
export function variants(base: Draft): (change?: (draft: Draft) => void) => Draft {
  return (change) => {
    const draft = structuredClone(base)
    change?.(draft)
    return draft
  }
}

const roleOf = (service: string, ...policies: readonly string[]): object => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
    },
    ManagedPolicyArns: policies.map((name) => ({
      'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/service-role/${name}`,
    })),
  },
})

const network = {
  Vpc: { Type: 'AWS::EC2::VPC::Id' },
  Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
}

const balancer = {
  BalancerGroup: {
    Type: 'AWS::EC2::SecurityGroup',
    Properties: {
      GroupDescription: 'Load balancer',
      VpcId: ref('Vpc'),
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' }],
    },
  },
  Balancer: {
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    Properties: { Subnets: ref('Subnets'), SecurityGroups: [ref('BalancerGroup')] },
  },
  Targets: {
    Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    Properties: { VpcId: ref('Vpc'), Port: 80, Protocol: 'HTTP', TargetType: 'ip' },
  },
  Listener: {
    Type: 'AWS::ElasticLoadBalancingV2::Listener',
    Properties: {
      LoadBalancerArn: ref('Balancer'),
      Port: 80,
      Protocol: 'HTTP',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: ref('Targets') }],
    },
  },
}

/** A service on Fargate behind a load balancer. */
export const fargate = variants({
  Parameters: network,
  Resources: {
    ...balancer,
    Cluster: { Type: 'AWS::ECS::Cluster' },
    ExecutionRole: roleOf('ecs-tasks.amazonaws.com', 'AmazonECSTaskExecutionRolePolicy'),
    Logs: {
      Type: 'AWS::Logs::LogGroup',
      DeletionPolicy: 'Delete',
      UpdateReplacePolicy: 'Delete',
      Properties: { RetentionInDays: 30 },
    },
    ServiceGroup: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: 'Service',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          {
            IpProtocol: 'tcp',
            FromPort: 8080,
            ToPort: 8080,
            SourceSecurityGroupId: att('BalancerGroup', 'GroupId'),
          },
        ],
      },
    },
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        RequiresCompatibilities: ['FARGATE'],
        NetworkMode: 'awsvpc',
        Cpu: '256',
        Memory: '512',
        ExecutionRoleArn: att('ExecutionRole', 'Arn'),
        ContainerDefinitions: [
          {
            Name: 'app',
            Image: 'nginx:1.27',
            Essential: true,
            PortMappings: [{ Name: 'http', ContainerPort: 8080 }],
            LogConfiguration: {
              LogDriver: 'awslogs',
              Options: {
                'awslogs-group': ref('Logs'),
                'awslogs-region': ref('AWS::Region'),
                'awslogs-stream-prefix': 'app',
              },
            },
          },
          { Name: 'proxy', Image: 'envoyproxy/envoy:v1.31.0', Essential: false },
        ],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      DependsOn: 'Listener',
      Properties: {
        Cluster: ref('Cluster'),
        LaunchType: 'FARGATE',
        DesiredCount: 2,
        TaskDefinition: ref('Task'),
        HealthCheckGracePeriodSeconds: 120,
        NetworkConfiguration: {
          AwsvpcConfiguration: { Subnets: ref('Subnets'), SecurityGroups: [ref('ServiceGroup')] },
        },
        LoadBalancers: [{ ContainerName: 'app', ContainerPort: 8080, TargetGroupArn: ref('Targets') }],
      },
    },
  },
})

/** A service in bridge mode on hosts of the cluster's own, behind a load balancer. */
export const hosted = variants({
  Parameters: { ...network, Image: { Type: 'AWS::EC2::Image::Id' } },
  Resources: {
    ...balancer,
    Targets: {
      Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      Properties: { VpcId: ref('Vpc'), Port: 80, Protocol: 'HTTP', TargetType: 'instance' },
    },
    Cluster: { Type: 'AWS::ECS::Cluster' },
    HostGroup: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: 'Hosts',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          {
            IpProtocol: 'tcp',
            FromPort: 32768,
            ToPort: 65535,
            SourceSecurityGroupId: att('BalancerGroup', 'GroupId'),
          },
        ],
      },
    },
    HostRole: roleOf('ec2.amazonaws.com', 'AmazonEC2ContainerServiceforEC2Role'),
    HostProfile: { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [ref('HostRole')] } },
    HostTemplate: {
      Type: 'AWS::EC2::LaunchTemplate',
      Properties: {
        LaunchTemplateData: {
          ImageId: ref('Image'),
          InstanceType: 'm6i.large',
          IamInstanceProfile: { Arn: att('HostProfile', 'Arn') },
          SecurityGroupIds: [ref('HostGroup')],
          UserData: {
            'Fn::Base64': {
              'Fn::Sub':
                '#!/bin/bash -xe\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config\n' +
                '/opt/aws/bin/cfn-signal -e $? --stack ${AWS::StackName} --resource Hosts --region ${AWS::Region}\n',
            },
          },
        },
      },
    },
    Hosts: {
      Type: 'AWS::AutoScaling::AutoScalingGroup',
      CreationPolicy: { ResourceSignal: { Count: 2, Timeout: 'PT15M' } },
      UpdatePolicy: {
        AutoScalingRollingUpdate: {
          MinInstancesInService: 2,
          WaitOnResourceSignals: true,
          PauseTime: 'PT15M',
        },
      },
      Properties: {
        MinSize: '2',
        MaxSize: '4',
        VPCZoneIdentifier: ref('Subnets'),
        LaunchTemplate: {
          LaunchTemplateId: ref('HostTemplate'),
          Version: att('HostTemplate', 'LatestVersionNumber'),
        },
      },
    },
    Task: {
      Type: 'AWS::ECS::TaskDefinition',
      Properties: {
        ContainerDefinitions: [
          {
            Name: 'app',
            Image: 'nginx:1.27',
            Essential: true,
            Memory: 256,
            PortMappings: [{ ContainerPort: 80 }],
          },
        ],
      },
    },
    Service: {
      Type: 'AWS::ECS::Service',
      DependsOn: 'Listener',
      Properties: {
        Cluster: ref('Cluster'),
        DesiredCount: 2,
        TaskDefinition: ref('Task'),
        HealthCheckGracePeriodSeconds: 120,
        LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: ref('Targets') }],
      },
    },
  },
})

/** Conditions on a parameter, as templates for several stages have them. */
export const stages = {
  parameter: { Type: 'String', Default: 'test', AllowedValues: ['test', 'prod'] },
  conditions: {
    Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    NotProd: { 'Fn::Not': [{ Condition: 'Prod' }] },
  },
}

/** Adds the stages to a draft. */
export function staged(draft: Draft): Draft {
  draft.Parameters.Stage = stages.parameter
  draft.Conditions = structuredClone(stages.conditions)
  return draft
}
