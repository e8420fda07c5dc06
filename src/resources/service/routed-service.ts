import type { Value } from '../../model/value.ts'
import { aliasRecord } from '../network/alias-record.ts'
import type { ZoneHandle } from '../network/dns-zone.ts'
import { CfstackError } from '../../model/error.ts'
import type { Handle } from '../handle.ts'
import { listenerRule, type Route } from '../load-balancer/listener-rule.ts'
import { runningService, type RunningOptions } from './running-service.ts'
import type { SharedLoadBalancer } from '../load-balancer/shared-load-balancer.ts'
import { targetGroup, type TargetGroupOptions } from '../load-balancer/target-group.ts'
import { blueGreenParts, blueGreenService, type BlueGreenOptions } from './blue-green.ts'
import { hasOwnAddress } from './task-network.ts'
import { task, type ContainerOptions } from './task.ts'
import { kebab } from '../text.ts'

/** A task, how it runs, and which requests of a shared load balancer it gets. Two copies by default. */
export interface RoutedServiceOptions
  extends ContainerOptions, RunningOptions, Omit<TargetGroupOptions, 'targetType'>, Route {
  /** The load balancer: what `sharedLoadBalancer` returns. */
  readonly on: SharedLoadBalancer
  /** The port that the container listens on. The default is 3000. */
  readonly containerPort?: Value<number>
  /** Seconds in which a new container need not pass the load balancer's check. The default is 120. */
  readonly gracePeriod?: Value<number>
  /** The role by which ECS registers containers. The default is the account's service-linked role. */
  readonly serviceRole?: Handle<'AWS::IAM::Role'>
  /** Starts all new copies beside the old ones and then moves the requests, in place of replacing copy by copy. */
  readonly blueGreen?: BlueGreenOptions
  /** A zone to put a name for it in, and the name there, the fragment's by default. */
  readonly zone?: ZoneHandle
  readonly dnsName?: Value<string>
}

/**
 * Containers behind a load balancer that several services share: this one gets the paths or hosts it names.
 *
 * @example
 * routedService('Api', {
 *   on: edge, paths: ['/api/*'], priority: 10, cluster: main.cluster, vpc: net.vpc, image: 'example/api:7',
 * })
 */
export function routedService(name: string, options: RoutedServiceOptions) {
  const { on, containerPort = 3000, zone } = options
  const made = task(name, { ...options, ports: [{ container: containerPort }] })
  const targets = { ...options, targetType: hasOwnAddress(options) ? 'ip' : 'instance' } as const
  const group = targetGroup(name, targets)
  const moving = options.blueGreen && blueGreenParts(name, targets)
  const rules = on.serving.map((listener, index) =>
    listenerRule(`${name}Rule${index === 0 ? '' : index + 1}`, listener, group, {
      ...options,
      ...(moving && { other: moving.otherGroup }),
    }),
  )
  const blueGreen =
    options.blueGreen && moving && blueGreenService(name, options.blueGreen, { ...moving, rules })
  const running = runningService(name, {
    ...options,
    desiredCount: options.desiredCount ?? 2,
    task: made.definition,
    loadBalancer: {
      ContainerName: made.containerName,
      ContainerPort: containerPort,
      TargetGroupArn: group.ref,
      ...(blueGreen && { AdvancedConfiguration: blueGreen.AdvancedConfiguration }),
    },
    deployment: blueGreen?.deployment,
    role: options.serviceRole,
    listeners: rules,
  })
  const parts = { ...made, targetGroup: group, ...moving, rules, ...running }
  if (zone === undefined) return parts
  return { ...parts, record: aliasRecord(name, zone, options.dnsName ?? kebab(name), aliasOf(name, on)) }
}

function aliasOf(name: string, { alias }: SharedLoadBalancer) {
  if (alias !== undefined) return alias
  throw new CfstackError(
    'E_OPTION',
    `Cannot name service "${name}" in the zone: its load balancer has no alias`,
    { hint: 'Add `alias: { dnsName, hostedZoneId }` beside the listeners, or leave `zone` out' },
  )
}
