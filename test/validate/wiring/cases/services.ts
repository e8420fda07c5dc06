import { fargate, hosted, staged } from './bases.ts'
import type { WiringCase } from './case.ts'

const ifProd = (yes: unknown, no: unknown): object => ({ 'Fn::If': ['Prod', yes, no] })
const noValue = { Ref: 'AWS::NoValue' }

export const services: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS0101',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.ContainerName',
      message:
        'Service "Service" sends traffic to container "web", task definition "Task" has "app", "proxy"',
      hint: 'Allowed: app, proxy',
    },
    fails: fargate(({ Resources }) => {
      Resources.Service.Properties.LoadBalancers[0].ContainerName = 'web'
    }),
    silent: {
      'the name is a parameter': fargate((draft) => {
        draft.Parameters.Container = { Type: 'String', Default: 'web' }
        draft.Resources.Service.Properties.LoadBalancers[0].ContainerName = { Ref: 'Container' }
      }),
      'the task definition is elsewhere': fargate(({ Resources }) => {
        Resources.Service.Properties.TaskDefinition = { 'Fn::ImportValue': 'task' }
        Resources.Service.Properties.LoadBalancers[0].ContainerName = 'web'
      }),
      'the container is there when the name is': fargate((draft) => {
        const { Service, Task } = staged(draft).Resources
        Service.Properties.LoadBalancers[0].ContainerName = ifProd('web', 'app')
        Task.Properties.ContainerDefinitions[1].Name = ifProd('web', 'proxy')
        Task.Properties.ContainerDefinitions[1].PortMappings = [{ ContainerPort: 8080 }]
      }),
    },
  },
  {
    finds: {
      code: 'CFS0101',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.ContainerName.Fn::If.2',
      message:
        'Service "Service" sends traffic to container "proxi", task definition "Task" has "app", "proxy", when "Prod" is false',
      hint: 'Did you mean "proxy"?',
    },
    fails: fargate((draft) => {
      staged(draft).Resources.Service.Properties.LoadBalancers[0].ContainerName = ifProd('app', 'proxi')
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS0201',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.ContainerPort',
      message:
        'Service "Service" sends traffic to port 80 of container "app", which maps only "8080" in task definition "Task"',
      hint: 'Add { ContainerPort: 80 } to the PortMappings of the container, or use a port that it maps',
    },
    fails: fargate(({ Resources }) => {
      Resources.Service.Properties.LoadBalancers[0].ContainerPort = 80
      Resources.ServiceGroup.Properties.SecurityGroupIngress[0].FromPort = 80
    }),
    silent: {
      'the port is written as text': fargate(({ Resources }) => {
        Resources.Service.Properties.LoadBalancers[0].ContainerPort = '8080'
      }),
      'both are the same parameter': fargate((draft) => {
        draft.Parameters.Port = { Type: 'Number', Default: 8080 }
        draft.Resources.Service.Properties.LoadBalancers[0].ContainerPort = { Ref: 'Port' }
        draft.Resources.Task.Properties.ContainerDefinitions[0].PortMappings[0].ContainerPort = {
          Ref: 'Port',
        }
      }),
      'the mappings are elsewhere in one case': fargate((draft) => {
        const { Service, ServiceGroup, Task } = staged(draft).Resources
        Service.Properties.LoadBalancers[0].ContainerPort = ifProd(9090, 8080)
        ServiceGroup.Properties.SecurityGroupIngress[0].ToPort = 9090
        Task.Properties.ContainerDefinitions[0].PortMappings.push(ifProd({ ContainerPort: 9090 }, noValue))
      }),
    },
  },
  {
    finds: {
      code: 'CFS0201',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.ContainerPort',
      message:
        'Service "Service" sends traffic to port 10000 of container "proxy", which maps no port in task definition "Task"',
      hint: 'Add { ContainerPort: 10000 } to the PortMappings of the container, or use a port that it maps',
    },
    fails: fargate(({ Resources }) => {
      Object.assign(Resources.Service.Properties.LoadBalancers[0], {
        ContainerName: 'proxy',
        ContainerPort: 10000,
      })
      Object.assign(Resources.ServiceGroup.Properties.SecurityGroupIngress[0], {
        FromPort: 10000,
        ToPort: 10000,
      })
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS0202',
      level: 'error',
      path: 'Resources.Service.Properties.ServiceConnectConfiguration.Services.0.PortName',
      message: 'Service "Service" offers the port named "web", task definition "Task" names "http"',
      hint: 'Allowed: http',
    },
    fails: fargate(({ Resources }) => {
      Resources.Service.Properties.ServiceConnectConfiguration = {
        Enabled: true,
        Services: [{ PortName: 'web' }],
      }
    }),
    silent: {
      'the task definition is a parameter': fargate((draft) => {
        draft.Parameters.Definition = { Type: 'String' }
        draft.Resources.Service.Properties.TaskDefinition = { Ref: 'Definition' }
        draft.Resources.Service.Properties.ServiceConnectConfiguration = {
          Enabled: true,
          Services: [{ PortName: 'web' }],
        }
      }),
      'the port is named so': fargate(({ Resources }) => {
        Resources.Service.Properties.ServiceConnectConfiguration = {
          Enabled: true,
          Services: [{ PortName: 'http' }],
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS0301',
      level: 'error',
      path: 'Resources.Targets.Properties',
      message:
        'Service "Service" runs its tasks in awsvpc mode of task definition "Task", target group "Targets" takes targets of type instance, expected ip',
      hint: 'Set TargetType: ip on "Targets"',
    },
    fails: fargate(({ Resources }) => {
      delete Resources.Targets.Properties.TargetType
    }),
    silent: {
      'the mode is a parameter': fargate((draft) => {
        draft.Parameters.Mode = { Type: 'String' }
        draft.Resources.Task.Properties.NetworkMode = { Ref: 'Mode' }
        delete draft.Resources.Targets.Properties.TargetType
      }),
      'mode and type change together': hosted((draft) => {
        const { Task, Targets, Service } = staged(draft).Resources
        Task.Properties.NetworkMode = ifProd('awsvpc', 'bridge')
        Targets.Properties.TargetType = ifProd('ip', 'instance')
        Service.Properties.NetworkConfiguration = ifProd(
          { AwsvpcConfiguration: { Subnets: { Ref: 'Subnets' } } },
          noValue,
        )
      }),
    },
  },
  {
    finds: {
      code: 'CFS0301',
      level: 'error',
      path: 'Resources.Targets.Properties.TargetType',
      message:
        'Service "Service" runs its tasks in awsvpc mode, target group "Targets" takes targets of type instance, expected ip',
      hint: 'Set TargetType: ip on "Targets"',
    },
    fails: fargate((draft) => {
      draft.Parameters.Task = { Type: 'String' }
      delete draft.Resources.Task
      delete draft.Resources.Logs
      draft.Resources.Targets.Properties.TargetType = 'instance'
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS0302',
      level: 'error',
      path: 'Resources.Targets.Properties.TargetType',
      message:
        'Service "Service" runs its tasks in bridge mode of task definition "Task", target group "Targets" takes targets of type ip, expected instance',
      hint: 'Set TargetType: instance on "Targets"',
    },
    fails: hosted(({ Resources }) => {
      Resources.Targets.Properties.TargetType = 'ip'
    }),
    silent: {
      'tasks have their own interfaces': hosted(({ Resources }) => {
        Resources.Targets.Properties.TargetType = 'ip'
        Resources.Task.Properties.NetworkMode = 'awsvpc'
        Resources.Service.Properties.NetworkConfiguration = {
          AwsvpcConfiguration: { Subnets: { Ref: 'Subnets' } },
        }
      }),
    },
  },
  {
    finds: {
      code: 'CFS0303',
      level: 'error',
      path: 'Resources.Addresses.Properties.TargetType',
      message:
        'Auto-scaling group "Hosts" registers instances, target group "Addresses" takes targets of type ip',
      hint: 'Set TargetType: instance on "Addresses"',
    },
    fails: hosted(({ Resources }) => {
      Resources.Addresses = structuredClone(Resources.Targets)
      Resources.Addresses.Properties.TargetType = 'ip'
      Resources.Hosts.Properties.TargetGroupARNs = [{ Ref: 'Addresses' }]
    }),
    silent: {
      'the type is a parameter': hosted((draft) => {
        draft.Parameters.Kind = { Type: 'String', Default: 'ip' }
        draft.Resources.Addresses = structuredClone(draft.Resources.Targets)
        draft.Resources.Addresses.Properties.TargetType = { Ref: 'Kind' }
        draft.Resources.Hosts.Properties.TargetGroupARNs = [{ Ref: 'Addresses' }]
      }),
    },
  },
  {
    finds: {
      code: 'CFS0401',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.TargetGroupArn',
      message:
        'Service "Service" gets traffic through target group "Targets", which no listener and no rule forwards to',
      hint: 'Let a listener or listener rule forward to "Targets"',
    },
    fails: fargate(({ Resources }) => {
      Resources.Listener.Properties.DefaultActions = [
        { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
      ]
    }),
    silent: {
      'a rule of a listener elsewhere forwards, by weight': fargate((draft) => {
        draft.Parameters.SharedListener = { Type: 'String' }
        delete draft.Resources.Listener
        draft.Resources.Rule = {
          Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
          Properties: {
            ListenerArn: { Ref: 'SharedListener' },
            Priority: 1,
            Conditions: [{ Field: 'path-pattern', Values: ['/*'] }],
            Actions: [
              {
                Type: 'forward',
                ForwardConfig: { TargetGroups: [{ TargetGroupArn: { Ref: 'Targets' }, Weight: 1 }] },
              },
            ],
          },
        }
        draft.Resources.Service.DependsOn = ['Rule']
      }),
      'what a rule does is a parameter': fargate((draft) => {
        draft.Parameters.Actions = { Type: 'CommaDelimitedList' }
        draft.Resources.Listener.Properties.DefaultActions = { Ref: 'Actions' }
      }),
      'a nested stack is given the target group': fargate(({ Resources }) => {
        Resources.Listener = {
          Type: 'AWS::CloudFormation::Stack',
          Properties: {
            TemplateURL: 'https://example.s3.amazonaws.com/listener.yaml',
            Parameters: { TargetGroup: { Ref: 'Targets' } },
          },
        }
      }),
      'the target group is imported': fargate(({ Resources }) => {
        Resources.Service.Properties.LoadBalancers[0].TargetGroupArn = { 'Fn::ImportValue': 'targets' }
        Resources.Listener.Properties.DefaultActions[0].TargetGroupArn = { 'Fn::ImportValue': 'targets' }
      }),
    },
  },
  {
    finds: {
      code: 'CFS0401',
      level: 'error',
      path: 'Resources.Service.Properties.LoadBalancers.0.TargetGroupArn',
      message:
        'Service "Service" gets traffic through target group "Targets", which no listener and no rule forwards to',
      hint: 'Let a listener or listener rule forward to "Targets"',
    },
    fails: fargate((draft) => {
      const { Service, Listener } = staged(draft).Resources
      Service.Tags = undefined
      delete Service.DependsOn
      delete Service.Tags
      Listener.Condition = 'Prod'
    }),
    silent: {
      'service and listener are there in the same case': fargate((draft) => {
        const { Service, Listener } = staged(draft).Resources
        Listener.Condition = 'Prod'
        Service.Condition = 'Prod'
      }),
    },
  },
  {
    finds: {
      code: 'CFS0401',
      level: 'warning',
      path: 'Resources.Service.Properties.LoadBalancers.0.TargetGroupArn',
      message:
        'Service "Service" gets traffic through target group "Targets", which no listener and no rule forwards to',
      hint: 'Let a listener or listener rule forward to "Targets"',
    },
    fails: fargate((draft) => {
      draft.Resources.Listener.Properties.DefaultActions = [
        { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } },
      ]
      draft.Outputs = { Targets: { Value: { Ref: 'Targets' } } }
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS0501',
      level: 'warning',
      path: 'Resources.Service',
      message:
        'Service "Service" may be made before "Listener", which joins its target group "Targets" to a load balancer',
      hint: 'Add "Listener" to DependsOn of "Service"',
    },
    fails: fargate(({ Resources }) => {
      delete Resources.Service.DependsOn
    }),
    silent: {
      'the way goes through another resource': fargate(({ Resources }) => {
        Resources.Ready = { Type: 'AWS::CloudFormation::WaitConditionHandle', DependsOn: 'Listener' }
        Resources.Service.DependsOn = ['Ready']
      }),
      'a tag refers to the listener': fargate(({ Resources }) => {
        delete Resources.Service.DependsOn
        Resources.Service.Properties.Tags = [{ Key: 'Listener', Value: { 'Fn::Sub': '${Listener}' } }]
      }),
    },
  },
  {
    finds: {
      code: 'CFS0501',
      level: 'warning',
      path: 'Resources.Service',
      message:
        'Service "Service" may be made before "Secure", which joins its target group "Targets" to a load balancer, when "Prod" is true',
      hint: 'Refer to "Secure" from the service where it exists, in a tag for example, with Fn::If',
    },
    fails: fargate((draft) => {
      const { Resources } = staged(draft)
      draft.Parameters.Certificate = { Type: 'String' }
      const forward = { Type: 'forward', TargetGroupArn: { Ref: 'Targets' } }
      const redirect = {
        Type: 'redirect',
        RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
      }
      Resources.Listener.Properties.DefaultActions = [ifProd(redirect, forward)]
      Resources.Secure = {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Condition: 'Prod',
        Properties: {
          LoadBalancerArn: { Ref: 'Balancer' },
          Port: 443,
          Protocol: 'HTTPS',
          Certificates: [{ CertificateArn: { Ref: 'Certificate' } }],
          DefaultActions: [forward],
        },
      }
    }),
    silent: {},
  },
]
