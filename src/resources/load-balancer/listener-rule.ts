import * as elbv2 from '../../aws/elasticloadbalancingv2.ts'
import { CfstackError } from '../../model/error.ts'
import type { Id, Value } from '../../model/value.ts'
import { checkNumber } from '../check-number.ts'
import { idOf, type Handle } from '../handle.ts'

export interface Route {
  /** Paths that are taken, with `*` and `?` as wildcards: `['/api/*']`. */
  readonly paths?: readonly Value<string>[]
  /** Hosts that are taken, with wildcards: `['api.example.com']`. */
  readonly hosts?: readonly Value<string>[]
  /** Which rule is asked first, 1 to 50,000; no two of a listener may have the same. */
  readonly priority: Value<number>
}

/**
 * Sends requests of certain paths or hosts to a target group. Throws `E_OPTION` when it would take everything, or more than the
 * five values that AWS allows.
 *
 * @example
 * listenerRule('Api', edge.serving[0], api.targetGroup, { paths: ['/api/*'], priority: 10 })
 */
export function listenerRule(
  name: string,
  listener: Handle<'AWS::ElasticLoadBalancingV2::Listener'>,
  group: Handle<'AWS::ElasticLoadBalancingV2::TargetGroup'>,
  { paths = [], hosts = [], priority, other }: Route & Alternative,
) {
  checkNumber(`rule "${name}" with this priority`, priority, 1, 50000)
  const values = paths.length + hosts.length
  if (values === 0 || values > 5)
    throw new CfstackError(
      'E_OPTION',
      `Cannot make rule "${name}": it has ${values} paths and hosts, expected 1 to 5`,
      {
        hint:
          values === 0 ? "Give `paths` or `hosts`; `paths: ['/*']` takes everything" : 'Make several rules',
      },
    )
  return elbv2.ListenerRule(name, {
    ListenerArn: idOf(listener),
    Priority: priority,
    Conditions: [
      ...(paths.length > 0 ? [{ Field: 'path-pattern', PathPatternConfig: { Values: paths } }] : []),
      ...(hosts.length > 0 ? [{ Field: 'host-header', HostHeaderConfig: { Values: hosts } }] : []),
    ],
    Actions: [forward(idOf(group), other && idOf(other))],
  })
}

/** A target group that gets nothing for now; deployments move requests to it and back. */
interface Alternative {
  readonly other?: Handle<'AWS::ElasticLoadBalancingV2::TargetGroup'>
}

function forward(group: TargetGroupId, other: TargetGroupId | undefined): elbv2.ListenerRule.Action {
  if (other === undefined) return { Type: 'forward', TargetGroupArn: group }
  const weighted = [
    { TargetGroupArn: group, Weight: 1 },
    { TargetGroupArn: other, Weight: 0 },
  ]
  return { Type: 'forward', ForwardConfig: { TargetGroups: weighted } }
}

type TargetGroupId = Id<'AWS::ElasticLoadBalancingV2::TargetGroup'>
