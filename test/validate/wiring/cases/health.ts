import { fargate, hosted, staged } from './bases.ts'
import type { WiringCase } from './case.ts'

const ifProd = (yes: unknown, no: unknown): object => ({ 'Fn::If': ['Prod', yes, no] })
const noValue = { Ref: 'AWS::NoValue' }

export const health: readonly WiringCase[] = [
  {
    finds: {
      code: 'CFS2201',
      level: 'error',
      path: 'Resources.Targets.Properties.HealthCheckTimeoutSeconds',
      message: 'The health check times out after 30 seconds, the next one begins after 30',
      hint: 'Make the timeout less than the interval',
    },
    fails: fargate(({ Resources }) => {
      Resources.Targets.Properties.HealthCheckTimeoutSeconds = 30
    }),
    silent: {
      'the interval is a parameter': fargate((draft) => {
        draft.Parameters.Interval = { Type: 'Number', Default: 10 }
        Object.assign(draft.Resources.Targets.Properties, {
          HealthCheckIntervalSeconds: { Ref: 'Interval' },
          HealthCheckTimeoutSeconds: 30,
        })
      }),
      'both change together': fargate((draft) => {
        Object.assign(staged(draft).Resources.Targets.Properties, {
          HealthCheckIntervalSeconds: ifProd(60, 30),
          HealthCheckTimeoutSeconds: ifProd(30, 10),
        })
      }),
      'the timeout fits the kind of traffic in each case': fargate((draft) => {
        const { Targets } = staged(draft).Resources
        Object.assign(Targets.Properties, {
          Protocol: ifProd('TCP', 'HTTP'),
          HealthCheckIntervalSeconds: ifProd(10, 30),
          HealthCheckTimeoutSeconds: 10,
        })
      }),
      'a network load balancer waits as long as the interval': fargate(({ Resources }) => {
        Object.assign(Resources.Targets.Properties, {
          Protocol: 'TCP',
          HealthCheckIntervalSeconds: 10,
          HealthCheckTimeoutSeconds: 10,
        })
        Resources.Listener.Properties.Protocol = 'TCP'
        Resources.Balancer.Properties.Type = 'network'
      }),
    },
  },
  {
    finds: {
      code: 'CFS2201',
      level: 'error',
      path: 'Resources.Targets.Properties.HealthCheckIntervalSeconds',
      message: 'The health check times out after 5 seconds by default, the next one begins after 5',
      hint: 'Set HealthCheckTimeoutSeconds to less than 5, or the interval to more than 5',
    },
    fails: fargate(({ Resources }) => {
      Resources.Targets.Properties.HealthCheckIntervalSeconds = '5'
    }),
    silent: {},
  },
  {
    finds: {
      code: 'CFS2201',
      level: 'error',
      path: 'Resources.Classic.Properties.HealthCheck.Timeout',
      message: 'The health check times out after 10 seconds, the next one begins after 10',
      hint: 'Make the timeout less than the interval',
    },
    fails: fargate(({ Resources }) => {
      Resources.Classic = classic('HTTP:80/', '10', '10')
    }),
    silent: {
      'a classic load balancer has time': fargate(({ Resources }) => {
        Resources.Classic = classic('HTTP:80/', '10', '5')
      }),
    },
  },
  {
    finds: {
      code: 'CFS2202',
      level: 'error',
      path: 'Resources.Targets.Properties.HealthCheckPath',
      message:
        'Target group "Targets" is checked by TCP, as HealthCheckProtocol is left out, which has no path',
      hint: 'Set HealthCheckProtocol: HTTP, or take HealthCheckPath away',
    },
    fails: fargate(({ Resources }) => {
      Object.assign(Resources.Targets.Properties, { Protocol: 'TCP', HealthCheckPath: '/health' })
      Resources.Listener.Properties.Protocol = 'TCP'
      Resources.Balancer.Properties.Type = 'network'
    }),
    silent: {
      'a network load balancer checks by HTTP': fargate(({ Resources }) => {
        Object.assign(Resources.Targets.Properties, {
          Protocol: 'TCP',
          HealthCheckProtocol: 'HTTP',
          HealthCheckPath: '/health',
        })
        Resources.Listener.Properties.Protocol = 'TCP'
        Resources.Balancer.Properties.Type = 'network'
      }),
      'path and protocol change together': fargate((draft) => {
        Object.assign(staged(draft).Resources.Targets.Properties, {
          Protocol: ifProd('TCP', 'HTTP'),
          HealthCheckPath: ifProd(noValue, '/health'),
        })
      }),
      'the check is by HTTP in the case that has a path': fargate((draft) => {
        Object.assign(staged(draft).Resources.Targets.Properties, {
          Protocol: 'TCP',
          HealthCheckProtocol: ifProd('HTTP', noValue),
          HealthCheckPath: ifProd('/health', noValue),
        })
        draft.Resources.Listener.Properties.Protocol = 'TCP'
        draft.Resources.Balancer.Properties.Type = 'network'
      }),
      'the protocol is a parameter': fargate((draft) => {
        draft.Parameters.Protocol = { Type: 'String', Default: 'TCP' }
        Object.assign(draft.Resources.Targets.Properties, {
          Protocol: { Ref: 'Protocol' },
          HealthCheckPath: '/health',
        })
      }),
    },
  },
  {
    finds: {
      code: 'CFS2202',
      level: 'error',
      path: 'Resources.Classic.Properties.HealthCheck.Target',
      message: 'The health check "TCP:80/index.html" has a path, which TCP and SSL checks have not',
      hint: 'Write TCP:port, or HTTP:port/path',
    },
    fails: fargate(({ Resources }) => {
      Resources.Classic = classic('TCP:80/index.html', '30', '5')
    }),
    silent: {
      'a classic check by TCP has none': fargate(({ Resources }) => {
        Resources.Classic = classic('TCP:80', '30', '5')
      }),
    },
  },
  {
    finds: {
      code: 'CFS2203',
      level: 'error',
      path: 'Resources.Targets.Properties.HealthCheckProtocol',
      message: 'Target group "Targets" is of protocol HTTP, which is not checked by TCP',
      hint: 'Set HealthCheckProtocol to HTTP or HTTPS',
    },
    fails: fargate(({ Resources }) => {
      Resources.Targets.Properties.HealthCheckProtocol = 'TCP'
    }),
    silent: {
      'traffic and check change together': fargate((draft) => {
        const { Targets } = staged(draft).Resources
        Targets.Properties.Protocol = ifProd('TCP', 'HTTP')
        Targets.Properties.HealthCheckProtocol = ifProd('TCP', 'HTTP')
      }),
      'it is checked by HTTPS': fargate(({ Resources }) => {
        Resources.Targets.Properties.HealthCheckProtocol = 'HTTPS'
      }),
    },
  },
  {
    finds: {
      code: 'CFS2204',
      level: 'warning',
      path: 'Resources.Targets.Properties.HealthCheckPort',
      message: 'Target group "Targets" checks port 9000, task definition "Task" opens "8080"',
      hint: 'Use traffic-port, or a port that is mapped',
    },
    fails: fargate(({ Resources }) => {
      Resources.Targets.Properties.HealthCheckPort = '9000'
      Resources.ServiceGroup.Properties.SecurityGroupIngress[0].ToPort = 9000
    }),
    silent: {
      'another container of the task listens there': fargate(({ Resources }) => {
        Resources.Targets.Properties.HealthCheckPort = '9901'
        Resources.Task.Properties.ContainerDefinitions[1].PortMappings = [{ ContainerPort: 9901 }]
        Resources.ServiceGroup.Properties.SecurityGroupIngress[0].ToPort = 9901
      }),
      'the port is mapped in the case that has traffic': fargate((draft) => {
        const { ServiceGroup, Service, Task, Targets } = staged(draft).Resources
        Targets.Properties.HealthCheckPort = '9000'
        ServiceGroup.Properties.SecurityGroupIngress[0].ToPort = 9000
        Service.Properties.LoadBalancers = { 'Fn::If': ['Prod', Service.Properties.LoadBalancers, noValue] }
        Task.Properties.ContainerDefinitions[0].PortMappings.push({
          'Fn::If': ['Prod', { ContainerPort: 9000 }, noValue],
        })
      }),
      'it is the traffic port': fargate(({ Resources }) => {
        Resources.Targets.Properties.HealthCheckPort = 'traffic-port'
      }),
      'the port is a parameter': fargate((draft) => {
        draft.Parameters.Port = { Type: 'String', Default: '9000' }
        draft.Resources.Targets.Properties.HealthCheckPort = { Ref: 'Port' }
      }),
    },
  },
  {
    finds: {
      code: 'CFS2204',
      level: 'warning',
      path: 'Resources.Targets.Properties.HealthCheckPort',
      message:
        'Target group "Targets" checks port 80, task definition "Task" opens no fixed port on its host',
      hint: 'Use traffic-port, or a port that is mapped',
    },
    fails: hosted(({ Resources }) => {
      Resources.Targets.Properties.HealthCheckPort = '80'
      Resources.HostGroup.Properties.SecurityGroupIngress[0].FromPort = 80
    }),
    silent: {
      'the host port is fixed': hosted(({ Resources }) => {
        Resources.Targets.Properties.HealthCheckPort = '80'
        Resources.HostGroup.Properties.SecurityGroupIngress[0].FromPort = 80
        Resources.Task.Properties.ContainerDefinitions[0].PortMappings[0].HostPort = 80
        Resources.Service.Properties.DesiredCount = 1
      }),
    },
  },
  {
    finds: {
      code: 'CFS2205',
      level: 'warning',
      path: 'Resources.Service.Properties.HealthCheckGracePeriodSeconds',
      message:
        'Service "Service" gives tasks 10 seconds, target group "Targets" checks them every 30 seconds',
      hint: 'Make HealthCheckGracePeriodSeconds longer than a task takes to start and to be checked',
    },
    fails: fargate(({ Resources }) => {
      Resources.Service.Properties.HealthCheckGracePeriodSeconds = 10
    }),
    silent: {
      'checks are as quick': fargate(({ Resources }) => {
        Resources.Service.Properties.HealthCheckGracePeriodSeconds = 10
        Resources.Targets.Properties.HealthCheckIntervalSeconds = 10
      }),
      'the period is a parameter': fargate((draft) => {
        draft.Parameters.Grace = { Type: 'Number', Default: 5 }
        draft.Resources.Service.Properties.HealthCheckGracePeriodSeconds = { Ref: 'Grace' }
      }),
    },
  },
  {
    finds: {
      code: 'CFS2206',
      level: 'warning',
      path: 'Resources.Hosts.Properties.HealthCheckType',
      message:
        'Auto-scaling group "Hosts" replaces what its load balancer calls unhealthy, and gives instances 0 seconds to start, ' +
        'target group "Targets" checks every 30 seconds',
      hint: 'Set HealthCheckGracePeriod to what an instance takes to start',
    },
    fails: hosted(({ Resources }) => {
      Resources.HostGroup.Properties.SecurityGroupIngress[0].FromPort = 80
      Resources.Hosts.Properties.HealthCheckType = 'ELB'
      Resources.Hosts.Properties.TargetGroupARNs = [{ Ref: 'Targets' }]
    }),
    silent: {
      'they have time': hosted(({ Resources }) => {
        Resources.HostGroup.Properties.SecurityGroupIngress[0].FromPort = 80
        Resources.Hosts.Properties.HealthCheckType = 'ELB'
        Resources.Hosts.Properties.HealthCheckGracePeriod = 300
        Resources.Hosts.Properties.TargetGroupARNs = [{ Ref: 'Targets' }]
      }),
      'a hook keeps them back': hosted(({ Resources }) => {
        Resources.Hosts.Properties.HealthCheckType = 'ELB'
        Resources.Hook = {
          Type: 'AWS::AutoScaling::LifecycleHook',
          Properties: {
            AutoScalingGroupName: { Ref: 'Hosts' },
            LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
          },
        }
      }),
      'only EC2 is asked in the case without time': hosted((draft) => {
        Object.assign(staged(draft).Resources.Hosts.Properties, {
          HealthCheckType: ifProd('ELB', 'EC2'),
          HealthCheckGracePeriod: ifProd(300, noValue),
        })
      }),
    },
  },
]

function classic(target: string, interval: string, timeout: string): object {
  return {
    Type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    Properties: {
      Subnets: { Ref: 'Subnets' },
      SecurityGroups: [{ Ref: 'BalancerGroup' }],
      Listeners: [{ LoadBalancerPort: '80', InstancePort: '80', Protocol: 'HTTP' }],
      HealthCheck: {
        Target: target,
        Interval: interval,
        Timeout: timeout,
        HealthyThreshold: '2',
        UnhealthyThreshold: '2',
      },
    },
  }
}
