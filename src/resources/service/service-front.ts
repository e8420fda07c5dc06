import { CfstackError } from '../../model/error.ts'
import { applicationLoadBalancer } from '../load-balancer/application-load-balancer.ts'
import { classicLoadBalancer } from '../load-balancer/classic-load-balancer.ts'
import type { FrontedServiceOptions } from './fronted-service.ts'
import { networkLoadBalancer } from '../load-balancer/network-load-balancer.ts'
import { hasOwnAddress } from './task-network.ts'

/** What stands before a service, how containers are registered with it, and what the service waits for. */
export function serviceFront(name: string, options: FrontedServiceOptions) {
  if (options.balancer === 'classic') return classicFront(name, options)
  return options.balancer === 'network' ? networkFront(name, options) : applicationFront(name, options)
}

function applicationFront(name: string, options: FrontedServiceOptions) {
  if (options.protocol === 'TCP')
    throw refusal(name, 'application load balancers do not speak TCP', "Add `balancer: 'network'`")
  if (options.port !== undefined)
    throw refusal(
      name,
      '`port` is for classic and network load balancers',
      "Leave it out, or add `balancer: 'classic'`: behind an application load balancer each container gets a free port",
    )
  const { port, ...rest } = options
  const balancer = applicationLoadBalancer(name, { ...rest, targetType: targetType(options) })
  const registration = { TargetGroupArn: balancer.targetGroup.ref }
  return { balancer, registration, listeners: balancer.listeners, hostPort: port }
}

function networkFront(name: string, options: FrontedServiceOptions) {
  if (options.protocol === 'HTTP')
    throw refusal(
      name,
      'network load balancers do not speak HTTP',
      'Leave `protocol` out: HTTP passes through, too',
    )
  const port = options.port ?? options.containerPort ?? 3000
  const { protocol: _, ...rest } = options
  const balancer = networkLoadBalancer(name, { ...rest, port, targetType: targetType(options) })
  const registration = { TargetGroupArn: balancer.targetGroup.ref }
  return { balancer, registration, listeners: balancer.listeners, hostPort: undefined }
}

function classicFront(name: string, options: FrontedServiceOptions) {
  if (hasOwnAddress(options))
    throw refusal(
      name,
      'a classic load balancer reaches hosts, and its copies have addresses of their own',
      "Leave out `balancer: 'classic'`",
    )
  const port = options.port ?? options.containerPort ?? 3000
  const balancer = classicLoadBalancer(name, { ...options, port })
  const registration = { LoadBalancerName: balancer.loadBalancer.ref }
  return { balancer, registration, listeners: [], hostPort: port }
}

function targetType(options: FrontedServiceOptions): 'ip' | 'instance' {
  return hasOwnAddress(options) ? 'ip' : 'instance'
}

function refusal(name: string, state: string, hint: string): CfstackError {
  return new CfstackError('E_OPTION', `Cannot make service "${name}": ${state}`, { hint })
}
