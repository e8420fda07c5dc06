import * as iam from '../../aws/iam.ts'
import { managedPolicy, trust } from './managed-policy.ts'

/**
 * The role by which ECS registers containers with load balancers. Accounts that ran ECS before have a service-linked role that
 * does the same, and services may then do without this one.
 *
 * @example
 * const ecsRole = serviceRole('Services')
 */
export function serviceRole(name: string) {
  const role = iam.Role(`${name}Role`, {
    AssumeRolePolicyDocument: trust('ecs.amazonaws.com'),
    ManagedPolicyArns: [managedPolicy('service-role/AmazonEC2ContainerServiceRole')],
  })
  return { role }
}
