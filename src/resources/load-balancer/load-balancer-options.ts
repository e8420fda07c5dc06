import type { Value } from '../../model/value.ts'
import type { HealthCheckOptions } from './health-check.ts'
import type { Handle } from '../handle.ts'
import type { LogBucketHandle } from './log-bucket.ts'

/** What application and classic load balancers have in common. */
export interface LoadBalancerOptions {
  /** Two or more, in different zones: internal ones for a balancer of the network, external ones for a public one. */
  readonly subnets: readonly Handle<'AWS::EC2::Subnet'>[]
  readonly securityGroups: readonly Handle<'AWS::EC2::SecurityGroup'>[]
  /** Whether the internet reaches it. The default is false. */
  readonly public?: boolean
  /** The certificate of an HTTPS listener on 443, by ARN. */
  readonly certificate?: Handle<'AWS::CertificateManager::Certificate'>
  /** Seconds after which an idle connection is closed. The default is 30. */
  readonly idleTimeout?: Value<number>
  /** Seconds that a target which leaves may still answer. The default is 15. */
  readonly drainingTimeout?: Value<number>
  readonly healthCheck?: HealthCheckOptions
  /** Where access logs go: what `logBucket` returns, or a bucket that already lets load balancers write. The default is nowhere. */
  readonly accessLogs?: LogBucketHandle | Handle<'AWS::S3::Bucket'>
  /** A folder of the bucket. */
  readonly accessLogPrefix?: string
}
