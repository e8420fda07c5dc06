import { isObject } from '../../../json.ts'
import { textIn } from '../../../wiring/literal.ts'
import { isCall } from '../../../wiring/place.ts'
import type { Relation } from '../relations.ts'

const service = 'AWS::ECS::Service'
const task = 'AWS::ECS::TaskDefinition'
const drivers = ['awslogs', 'splunk', 'awsfirelens']

/** What goes together in a service, and around load balancers. */
export const containerRelations: readonly Relation[] = [
  {
    rule: {
      code: 'E3052',
      level: 'error',
      title: 'A service whose tasks have network interfaces says where they are',
      help: 'With the network mode awsvpc, ECS wants "NetworkConfiguration" with subnets in the service.',
    },
    from: service,
    via: 'TaskDefinition',
    to: task,
    ours: ['NetworkConfiguration'],
    theirs: ['NetworkMode'],
    wrong: ([network], [mode], id) =>
      mode === 'awsvpc' && network === undefined
        ? `The tasks of "${id}" have network interfaces (awsvpc), and "NetworkConfiguration" is missing`
        : undefined,
  },
  {
    rule: {
      code: 'E3054',
      level: 'error',
      title: 'A service on Fargate has a task that is made for it',
      help: 'List FARGATE in "RequiresCompatibilities" of the task definition, so that ECS checks it for Fargate when it is made.',
    },
    from: service,
    via: 'TaskDefinition',
    to: task,
    ours: ['LaunchType'],
    theirs: ['RequiresCompatibilities', 'NetworkMode'],
    at: 'theirs',
    wrong([launch], [kinds, mode], id) {
      if (launch !== 'FARGATE' || isCall(mode) || mode === 'awsvpc' || isCall(kinds)) return undefined
      const isOpen = Array.isArray(kinds) && kinds.some((kind) => kind === 'FARGATE' || isCall(kind))
      return isOpen ? undefined : `The task "${id}" is not made for Fargate`
    },
  },
  {
    rule: {
      code: 'E3713',
      level: 'error',
      title: 'Tasks of a service on Fargate log as Fargate can',
      help: 'Fargate has the log drivers awslogs, splunk and awsfirelens.',
    },
    from: service,
    via: 'TaskDefinition',
    to: task,
    ours: ['LaunchType'],
    theirs: ['ContainerDefinitions'],
    at: 'theirs',
    wrong([launch], [containers], id) {
      if (launch !== 'FARGATE' || !Array.isArray(containers)) return undefined
      const logs = containers.map((one: unknown) => (isObject(one) ? one['LogConfiguration'] : undefined))
      const used = logs.map((log) => (isObject(log) ? textIn(log['LogDriver']) : undefined))
      const wrong = used.find((driver) => driver !== undefined && !drivers.includes(driver))
      return wrong === undefined
        ? undefined
        : `The task "${id}" logs with "${wrong}", which Fargate does not have`
    },
  },
  {
    rule: {
      code: 'E3711',
      level: 'error',
      title: 'Rules of listeners do not forward to gateway load balancers',
      help: 'A target group for GENEVE belongs to a gateway load balancer, which has no rules.',
    },
    from: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    via: 'Actions.*.TargetGroupArn',
    to: 'AWS::ElasticLoadBalancingV2::TargetGroup',
    ours: ['ListenerArn'],
    theirs: ['Protocol'],
    at: 'theirs',
    wrong: (_, [protocol], id) =>
      protocol === 'GENEVE' ? `The target group "${id}" is for gateway load balancers (GENEVE)` : undefined,
  },
]
