import * as ecs from '../aws/ecs.ts'
import { given } from '../model/given.ts'
import type { Value } from '../model/value.ts'
import { checkNumber, checkOrder } from './check-number.ts'
import { after, idOf, type After, type Handle } from './handle.ts'

/** How many copies of a task run, and how new ones replace old ones. */
export interface RunningOptions {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  /** Copies that run. */
  readonly desiredCount?: Value<number>
  /** Per cent of the copies that stay up while a deployment goes on. The default is 100. */
  readonly minimumHealthyPercent?: Value<number>
  /** Per cent of the copies that may run while a deployment goes on. The default is 200. */
  readonly maximumPercent?: Value<number>
  /** Whether a deployment whose containers do not come up is turned back. The default is true. */
  readonly circuitBreaker?: boolean
  /** The hosts, when they are made in the same stack: `main.group`. A stack is then deleted in the right order, too. */
  readonly after?: After
}

interface Behind {
  readonly task: Handle<'AWS::ECS::TaskDefinition'>
  readonly desiredCount: Value<number>
  readonly loadBalancer?: ecs.Service.LoadBalancer
  /** Seconds in which a new container need not pass the load balancer's check. */
  readonly gracePeriod?: Value<number> | undefined
  readonly role?: Handle<'AWS::IAM::Role'> | undefined
  readonly listeners?: After
}

/** The ECS service that keeps copies of a task running, spread over zones and then over hosts. */
export function runningService(
  name: string,
  options: Omit<RunningOptions, 'desiredCount'> & Behind,
): ecs.Service {
  const { minimumHealthyPercent = 100, maximumPercent = 200, circuitBreaker = true, loadBalancer } = options
  const what = `service "${name}"`
  checkNumber(`${what} with this desiredCount`, options.desiredCount, 0, 5000)
  checkOrder(what, ['minimumHealthyPercent', minimumHealthyPercent], ['maximumPercent', maximumPercent])
  return ecs.Service(
    `${name}Service`,
    {
      Cluster: idOf(options.cluster),
      TaskDefinition: idOf(options.task),
      LaunchType: 'EC2',
      DesiredCount: options.desiredCount,
      ...(loadBalancer && {
        LoadBalancers: [loadBalancer],
        HealthCheckGracePeriodSeconds: options.gracePeriod ?? 120,
      }),
      ...given({ Role: options.role && idOf(options.role) }),
      DeploymentConfiguration: {
        MinimumHealthyPercent: minimumHealthyPercent,
        MaximumPercent: maximumPercent,
        DeploymentCircuitBreaker: { Enable: circuitBreaker, Rollback: circuitBreaker },
      },
      PlacementStrategies: [
        { Type: 'spread', Field: 'attribute:ecs.availability-zone' },
        { Type: 'spread', Field: 'instanceId' },
      ],
    },
    after(options.listeners, options.after),
  )
}
