import { validationError } from '../../service-error.ts'
import type { ResolveEnv } from '../resolve-env.ts'

/** What `Ref` yields for a name that begins with `AWS::`; undefined for `AWS::NoValue`. */
export function pseudoParameter(name: string, { place, stack, topics }: ResolveEnv): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return place.account
    case 'AWS::NotificationARNs':
      return topics
    case 'AWS::NoValue':
      return undefined
    case 'AWS::Partition':
      return place.partition
    case 'AWS::Region':
      return place.region
    case 'AWS::StackId':
      return stack.id
    case 'AWS::StackName':
      return stack.name
    case 'AWS::URLSuffix':
      return place.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
    default:
      throw validationError(
        `Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`,
      )
  }
}
