import { idsOf, type Handle } from '../handle.ts'

/** Where a task runs: on the cluster's hosts by default. */
export interface TaskPlacement {
  /** Runs copies on Fargate, without hosts; needs `network`. The default is false. */
  readonly fargate?: boolean
  /** Gives each copy an address of its own, in these subnets, with these groups; without it, copies share their host's. */
  readonly network?: TaskNetwork
}

export interface TaskNetwork {
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  readonly securityGroups: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Whether the address is public, which Fargate needs in external subnets to pull images. The default is false. */
  readonly publicIp?: boolean
}

/** Whether copies have addresses of their own: targets are then addresses, not instances. */
export function hasOwnAddress({ fargate = false, network }: TaskPlacement): boolean {
  return fargate || network !== undefined
}

/** The network of a service's copies, as the service says it. */
export function networkConfiguration({ subnets, securityGroups, publicIp = false }: TaskNetwork) {
  return {
    AwsvpcConfiguration: {
      Subnets: idsOf(subnets),
      SecurityGroups: idsOf(securityGroups),
      AssignPublicIp: publicIp ? 'ENABLED' : 'DISABLED',
    },
  } as const
}
