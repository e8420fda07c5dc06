import { CfstackError } from '../../model/error.ts'
import type { Value } from '../../model/value.ts'

export interface HealthCheckOptions {
  /** What is asked for over HTTP. The default is `/`; a TCP check only connects, and takes none. */
  readonly path?: Value<string>
  /** Answers in a row that make a target healthy. The default is 2. */
  readonly healthyThreshold?: Value<number>
  /** Failures in a row that make it unhealthy. The default is 2. */
  readonly unhealthyThreshold?: Value<number>
  /** Seconds to wait for an answer. The default is 5. */
  readonly timeout?: Value<number>
  /** Seconds from check to check, more than `timeout`. The default is 30. */
  readonly interval?: Value<number>
}

/** The check with its defaults. Throws `E_HEALTH_CHECK` when it can't pass: a path over TCP, or checks that overlap. */
export function healthCheck(name: string, protocol: 'HTTP' | 'TCP', options: HealthCheckOptions = {}) {
  const { healthyThreshold = 2, unhealthyThreshold = 2, timeout = 5, interval = 30 } = options
  if (protocol === 'TCP' && options.path !== undefined)
    throw new CfstackError(
      'E_HEALTH_CHECK',
      `Cannot check the health of "${name}": a TCP check takes no path`,
      {
        hint: 'Leave the path out, or use the protocol HTTP',
      },
    )
  if (typeof timeout === 'number' && typeof interval === 'number' && interval <= timeout)
    throw new CfstackError(
      'E_HEALTH_CHECK',
      `Cannot check the health of "${name}": the interval is ${interval} s and the timeout ${timeout} s`,
      { hint: 'Make the interval longer than the timeout' },
    )
  return { path: options.path ?? '/', healthyThreshold, unhealthyThreshold, timeout, interval }
}
