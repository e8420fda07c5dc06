import { sub } from '../../model/functions.ts'
import { partition } from '../../model/pseudo.ts'
import type { Intrinsic } from '../../model/value.ts'

/** The ARN of one of AWS's own policies, right in every partition: `service-role/AmazonEC2ContainerServiceforEC2Role`. */
export function managedPolicy(path: string): Intrinsic<string> {
  return sub`arn:${partition}:iam::aws:policy/${path}`
}

/** The document by which a service may take on a role. */
export function trust(service: string | Intrinsic<string>): object {
  return {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  }
}
