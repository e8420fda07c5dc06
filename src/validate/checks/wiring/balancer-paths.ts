import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { balancerEnds } from '../../wiring/balancer-ends.ts'
import { blockedAtEntry, blockedAtExit, type End } from '../../wiring/traffic-path.ts'
import { deliveriesTo, receiversIn, type Delivery } from '../../wiring/deliveries.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { together } from '../../wiring/when.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const source =
  'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html'

export const balancerPaths: Check = {
  rules: [
    {
      code: 'CFS1401',
      level: 'warning',
      title: 'Security groups let a load balancer reach its targets',
      help:
        'Traffic that no ingress rule lets in is dropped without a word: targets stay unhealthy, and services replace their tasks without end. ' +
        'Allow the port (for the ports that ECS chooses on hosts: 32768 to 65535) from the security group of the load balancer.',
      source,
    },
    {
      code: 'CFS1402',
      level: 'warning',
      title: 'Security groups let a load balancer send traffic out to its targets',
      help:
        'A security group with egress rules lets out only what they name. Targets that the load balancer cannot reach stay unhealthy. ' +
        'Allow the port to the security group of the targets, or take the egress rules away.',
      source,
    },
  ],
  run(template, report) {
    judgeEach(receiversIn(template), template, (receiver) => {
      for (const delivery of deliveriesTo(receiver, template)) {
        for (const from of balancerEnds(delivery.group, template)) {
          for (const to of delivery.ends) {
            const trip = { ...delivery, balancer: from.balancer?.id, from: from.when }
            for (const problem of problemsOn(from.end, to, trip, template)) report(problem)
          }
        }
      }
    })
  },
}

interface Trip extends Delivery {
  readonly balancer: string | undefined
  readonly from: ReadonlyMap<string, boolean>
}

function* problemsOn(from: End, to: End, trip: Trip, template: TemplateView): Generator<Problem> {
  const { ports, receiver, balancer } = trip
  const cases = { when: [trip, trip.from], template }
  const entry = blockedAtEntry(from, to, ports, cases)
  const exit = blockedAtExit(from, to, ports, cases)
  if (entry === undefined && exit === undefined) return
  const sentence = `${balancer === undefined ? 'A load balancer' : `Load balancer "${balancer}"`} sends traffic to ${portText(trip)} of "${receiver.id}"`
  const suffix = inCase(together(cases.when) ?? new Map())
  if (entry !== undefined) {
    const source = from.isKnown ? sourceText(from) : ''
    yield {
      path: ['Resources', entry.id],
      message: `${sentence}, security group ${all(to, entry)} does not let it in${source}${suffix}`,
      hint: `Add an ingress rule to "${entry.id}": tcp, ${portText(trip)}${source}`,
    }
  }
  if (exit !== undefined)
    yield {
      code: 'CFS1402',
      path: ['Resources', exit.id],
      message: `${sentence}, security group ${all(from, exit)} does not let it out${suffix}`,
      hint: `Add an egress rule to "${exit.id}": tcp, ${portText(trip)}`,
    }
}

function portText({ ports }: Delivery): string {
  return ports.from === ports.to ? `port ${ports.from}` : `ports ${ports.from} to ${ports.to}`
}

function sourceText({ groups }: End): string {
  return groups.length === 0
    ? ' from addresses'
    : ` from ${listed(groups.map(({ resource }) => resource.id))}`
}

function all({ groups }: End, first: ResourceView): string {
  return groups.length > 0 ? listed(groups.map(({ resource }) => resource.id)) : `"${first.id}"`
}
