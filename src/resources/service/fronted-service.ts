import type { Value } from '../../model/value.ts'
import type { Handle } from '../handle.ts'
import type { LoadBalancerOptions } from '../load-balancer/load-balancer-options.ts'
import { runningService, type RunningOptions } from './running-service.ts'
import { serviceFront } from './service-front.ts'
import { task, type ContainerOptions } from './task.ts'

/** A task, how it runs, and the load balancer before it. Two copies by default. */
export interface FrontedServiceOptions extends ContainerOptions, RunningOptions, LoadBalancerOptions {
  readonly vpc: Handle<'AWS::EC2::VPC'>
  /** The port that the container listens on. The default is 3000. */
  readonly containerPort?: Value<number>
  /**
   * `application` (the default) finds containers wherever they are, several on a host; `network` does too, for what does not speak
   * HTTP; `classic` sends to one port of every host, and a host can run one copy.
   */
  readonly balancer?: 'application' | 'network' | 'classic'
  /** The hosts' port, for a classic load balancer; the balancer's own, for a network one. The default is the container's. */
  readonly port?: Value<number>
  /** What the service speaks: `HTTP`, or `TCP` through a network or classic load balancer. The default is what the balancer speaks. */
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
  const front = serviceFront(name, options)
  const made = task(name, {
    ...options,
    ports: [{ container: containerPort, ...(front.hostPort !== undefined && { host: front.hostPort }) }],
  })
  const running = runningService(name, {
    ...options,
    desiredCount: options.desiredCount ?? 2,
    task: made.definition,
    loadBalancer: { ContainerName: made.containerName, ContainerPort: containerPort, ...front.registration },
    role: options.serviceRole,
    listeners: front.listeners,
  })
  return { ...made, balancer: front.balancer, ...running, alias: front.balancer.alias }
}
