import { CfstackError } from '../model/error.ts'
import type { Value } from '../model/value.ts'
import { applicationLoadBalancer } from './application-load-balancer.ts'
import { classicLoadBalancer } from './classic-load-balancer.ts'
import type { Handle } from './handle.ts'
import type { LoadBalancerOptions } from './load-balancer-options.ts'
import { runningService, type RunningOptions } from './running-service.ts'
import { hasOwnAddress } from './task-network.ts'
import { task, type ContainerOptions } from './task.ts'

/** A task, how it runs, and the load balancer before it. Two copies by default. */
export interface FrontedServiceOptions extends ContainerOptions, RunningOptions, LoadBalancerOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The port that the container listens on. The default is 3000. */
  readonly containerPort?: Value<number>
  /**
   * `application` (the default) finds containers wherever they are, several on a host; `classic` sends to one port of every host,
   * and a host can run one copy.
   */
  readonly balancer?: 'application' | 'classic'
  /** The hosts' port, for a classic load balancer. The default is the container's. */
  readonly port?: Value<number>
  /** What the service speaks: `HTTP` (the default), or `TCP` through a classic load balancer. */
  readonly protocol?: 'HTTP' | 'TCP'
  /** With a certificate: whether HTTP sends callers on to HTTPS, which is the default; for application load balancers. */
  readonly redirect?: boolean
  /** Seconds in which a new container need not pass the load balancer's check. The default is 120. */
  readonly gracePeriod?: Value<number>
  /** The role by which ECS registers containers. The default is the account's service-linked role. */
  readonly serviceRole?: Handle<'AWS::IAM::Role'>
}

/** The part that internal and public services share. Throws `E_OPTION` for TCP through an application load balancer. */
export function frontedService(name: string, options: FrontedServiceOptions) {
  const { containerPort = 3000 } = options
  const front = options.balancer === 'classic' ? classicFront(name, options) : applicationFront(name, options)
  const made = task(name, {
    ...options,
    ports: [{ container: containerPort, ...(front.hostPort !== undefined && { host: front.hostPort }) }],
  })
  const service = runningService(name, {
    ...options,
    desiredCount: options.desiredCount ?? 2,
    task: made.definition,
    loadBalancer: { ContainerName: made.containerName, ContainerPort: containerPort, ...front.registration },
    role: options.serviceRole,
    listeners: front.listeners,
  })
  return { ...made, balancer: front.balancer, service, alias: front.balancer.alias }
}

function applicationFront(name: string, options: FrontedServiceOptions) {
  if (options.protocol === 'TCP')
    throw new CfstackError(
      'E_OPTION',
      `Cannot make service "${name}": application load balancers do not speak TCP`,
      {
        hint: "Add `balancer: 'classic'`",
      },
    )
  if (options.port !== undefined)
    throw new CfstackError(
      'E_OPTION',
      `Cannot make service "${name}": \`port\` is for classic load balancers`,
      {
        hint: "Leave it out, or add `balancer: 'classic'`: behind an application load balancer each container gets a free port",
      },
    )
  const { port, ...rest } = options
  const targetType = hasOwnAddress(options) ? 'ip' : 'instance'
  const balancer = applicationLoadBalancer(name, { ...rest, targetType })
  const registration = { TargetGroupArn: balancer.targetGroup.ref }
  return { balancer, registration, listeners: balancer.listeners, hostPort: port }
}

function classicFront(name: string, options: FrontedServiceOptions) {
  if (hasOwnAddress(options))
    throw new CfstackError(
      'E_OPTION',
      `Cannot make service "${name}": a classic load balancer reaches hosts, and its copies have addresses of their own`,
      { hint: "Leave out `balancer: 'classic'`" },
    )
  const port = options.port ?? options.containerPort ?? 3000
  const balancer = classicLoadBalancer(name, { ...options, port })
  const registration = { LoadBalancerName: balancer.loadBalancer.ref }
  return { balancer, registration, listeners: [], hostPort: port }
}
