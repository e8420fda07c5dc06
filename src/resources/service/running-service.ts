import * as ecs from '../../aws/ecs.ts'
import type * as servicediscovery from '../../aws/servicediscovery.ts'
import { given } from '../../model/given.ts'
import type { Value } from '../../model/value.ts'
import { checkNumber, checkOrder } from '../check-number.ts'
import { after, idOf, type After, type Handle } from '../handle.ts'
import { serviceRegistry, type DiscoveryOptions } from './service-discovery.ts'
import { capacityOf, checkPlacement, placement, room, type CapacityHandle } from './service-room.ts'
import { networkConfiguration, type TaskPlacement } from './task-network.ts'

/** How many copies of a task run, and how new ones replace old ones. */
export interface RunningOptions extends TaskPlacement, DiscoveryOptions {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  /** Copies that run. */
  readonly desiredCount?: Value<number>
  /** Per cent of the copies that stay up while a deployment goes on. The default is 100. */
  readonly minimumHealthyPercent?: Value<number>
  /** Per cent of the copies that may run while a deployment goes on. The default is 200. */
  readonly maximumPercent?: Value<number>
  /** Whether a deployment whose containers do not come up is turned back. The default is true. */
  readonly circuitBreaker?: boolean
  /** What provides room for copies: a cluster with `managedScaling`, a name, `FARGATE_SPOT`. The default is hosts, or Fargate. */
  readonly capacityProvider?: CapacityHandle
  /** Whether `aws ecs execute-command` may open a shell in containers; the task role needs `ssmmessages`. The default is false. */
  readonly allowExec?: boolean
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
  readonly deployment?: ecs.Service.DeploymentConfiguration | undefined
}

/** The ECS service that keeps copies of a task running, spread over zones and then over hosts, and its registry, if any. */
export function runningService(
  name: string,
  options: Omit<RunningOptions, 'desiredCount'> & Behind,
): { readonly service: ecs.Service; readonly registry?: servicediscovery.Service } {
  const { minimumHealthyPercent = 100, maximumPercent = 200, circuitBreaker = true, loadBalancer } = options
  const what = `service "${name}"`
  const provided = capacityOf(name, options.capacityProvider)
  checkPlacement(name, options)
  checkNumber(`${what} with this desiredCount`, options.desiredCount, 0, 5000)
  checkOrder(what, ['minimumHealthyPercent', minimumHealthyPercent], ['maximumPercent', maximumPercent])
  const { registry, properties } = serviceRegistry(name, options, loadBalancer)
  const service = ecs.Service(
    `${name}Service`,
    {
      Cluster: idOf(options.cluster),
      TaskDefinition: idOf(options.task),
      ...room(options, provided.provider),
      ...(options.network && { NetworkConfiguration: networkConfiguration(options.network) }),
      DesiredCount: options.desiredCount,
      ...(loadBalancer && {
        LoadBalancers: [loadBalancer],
        HealthCheckGracePeriodSeconds: options.gracePeriod ?? 120,
      }),
      ...given({ Role: options.role && idOf(options.role) }),
      ...(options.allowExec && { EnableExecuteCommand: true }),
      DeploymentConfiguration: {
        MinimumHealthyPercent: minimumHealthyPercent,
        MaximumPercent: maximumPercent,
        DeploymentCircuitBreaker: { Enable: circuitBreaker, Rollback: circuitBreaker },
        ...options.deployment,
      },
      ...properties,
      ...placement(options),
    },
    after(options.listeners, options.after, provided.after),
  )
  return { service, ...given({ registry }) }
}
