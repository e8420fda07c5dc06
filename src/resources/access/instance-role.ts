import * as iam from '../../aws/iam.ts'
import { sub } from '../../model/functions.ts'
import { urlSuffix } from '../../model/pseudo.ts'
import type { Id } from '../../model/value.ts'
import { managedPolicy, trust } from './managed-policy.ts'

export interface InstanceRoleOptions {
  /** Whether hosts may join ECS clusters, pull images and write container logs. The default is true. */
  readonly ecs?: boolean
  /** Whether Systems Manager may open sessions on hosts: the way in without SSH. The default is true. */
  readonly sessionManager?: boolean
  /** ARNs of further managed policies. */
  readonly managedPolicies?: readonly Id<'AWS::IAM::ManagedPolicy'>[]
  /** Policies of the role's own. */
  readonly policies?: readonly iam.Role.Policy[]
}

/**
 * The role of instances, and the profile that carries it to them. `role.ref` is the name by which policies elsewhere attach to it.
 *
 * @example
 * const hosts = instanceRole('Hosts', { managedPolicies: [policy.ref] })
 */
export function instanceRole(name: string, options: InstanceRoleOptions = {}) {
  const { ecs = true, sessionManager = true, managedPolicies = [], policies = [] } = options
  const attached = [
    ...(ecs ? [managedPolicy('service-role/AmazonEC2ContainerServiceforEC2Role')] : []),
    ...(sessionManager ? [managedPolicy('AmazonSSMManagedInstanceCore')] : []),
    ...managedPolicies,
  ]
  const role = iam.Role(`${name}Role`, {
    AssumeRolePolicyDocument: trust(sub`ec2.${urlSuffix}`),
    ...(attached.length > 0 && { ManagedPolicyArns: attached }),
    ...(policies.length > 0 && { Policies: policies }),
  })
  const profile = iam.InstanceProfile(`${name}Profile`, { Roles: [role.ref] })
  return { role, profile }
}
