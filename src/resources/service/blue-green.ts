import type * as ecs from '../../aws/ecs.ts'
import type * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import * as iam from '../../aws/iam.ts'
import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'
import { managedPolicy, trust } from '../access/managed-policy.ts'
import { targetGroup, type TargetGroupOptions } from '../load-balancer/target-group.ts'

export interface BlueGreenOptions {
  /** Minutes that the old copies stay after requests go to the new ones, so that a fault can be turned back at once. The default is 10. */
  readonly bakeMinutes?: Value<number>
}

/** The second target group, to which ECS moves requests when new copies are well, and the role by which it does. */
export function blueGreenParts(name: string, options: TargetGroupOptions) {
  const otherGroup = targetGroup(`${name}Other`, options)
  const deploymentRole = iam.Role(`${name}DeploymentRole`, {
    AssumeRolePolicyDocument: trust('ecs.amazonaws.com'),
    ManagedPolicyArns: [managedPolicy('AmazonECSInfrastructureRolePolicyForLoadBalancers')],
  })
  return { otherGroup, deploymentRole }
}

/** What a service says of moving requests. Throws `E_OPTION` for a load balancer that serves on several listeners. */
export function blueGreenService(
  name: string,
  { bakeMinutes = 10 }: BlueGreenOptions,
  parts: ReturnType<typeof blueGreenParts> & { readonly rules: readonly elbv2.ListenerRule[] },
) {
  const [rule, second] = parts.rules
  if (rule === undefined || second !== undefined)
    throw new CfstackError(
      'E_OPTION',
      `Cannot make service "${name}" blue/green: its load balancer serves on ${parts.rules.length} listeners, expected one`,
      { hint: 'Let HTTP send callers on to HTTPS' },
    )
  const AdvancedConfiguration: ecs.Service.AdvancedConfiguration = {
    AlternateTargetGroupArn: parts.otherGroup.ref,
    ProductionListenerRule: rule.ref,
    RoleArn: parts.deploymentRole.att.Arn,
  }
  const deployment = { Strategy: 'BLUE_GREEN', BakeTimeInMinutes: bakeMinutes } as const
  return { AdvancedConfiguration, deployment }
}
