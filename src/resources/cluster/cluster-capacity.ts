import * as ecs from '../../aws/ecs.ts'
import type { Value } from '../../model/value.ts'
import { checkNumber } from '../check-number.ts'
import { idOf, type Handle } from '../handle.ts'
import { nameTag } from '../name-tag.ts'

export interface ClusterCapacityOptions {
  /** Per cent of the hosts that tasks are to fill; less keeps room for what starts next. The default is 100. */
  readonly targetCapacity?: Value<number>
  /** Seconds until a new host counts. The default is 300. */
  readonly warmUp?: Value<number>
}

interface Provided {
  readonly cluster: Handle<'AWS::ECS::Cluster'>
  readonly group: Handle<'AWS::AutoScaling::AutoScalingGroup'>
}

/**
 * Lets ECS size the group of a cluster's hosts after its tasks, and move tasks off a host before it goes. Services use it by
 * `capacityProvider`, and by default.
 *
 * @example
 * clusterCapacity('Main', { cluster: main.cluster, group: main.group, targetCapacity: 80 })
 */
export function clusterCapacity(name: string, options: ClusterCapacityOptions & Provided) {
  const { targetCapacity = 100, warmUp = 300 } = options
  checkNumber(`capacity provider "${name}" with this targetCapacity`, targetCapacity, 1, 100)
  const capacityProvider = ecs.CapacityProvider(`${name}CapacityProvider`, {
    AutoScalingGroupProvider: {
      AutoScalingGroupArn: idOf(options.group),
      ManagedScaling: { Status: 'ENABLED', TargetCapacity: targetCapacity, InstanceWarmupPeriod: warmUp },
      ManagedDraining: 'ENABLED',
      ManagedTerminationProtection: 'DISABLED',
    },
    Tags: nameTag(name),
  })
  const capacityProviders = ecs.ClusterCapacityProviderAssociations(`${name}CapacityProviders`, {
    Cluster: idOf(options.cluster),
    CapacityProviders: [capacityProvider.ref],
    DefaultCapacityProviderStrategy: [{ CapacityProvider: capacityProvider.ref, Weight: 1 }],
  })
  return { capacityProvider, capacityProviders }
}
