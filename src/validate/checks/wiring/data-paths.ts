import type { Check, Problem } from '../../check.ts'
import type { TemplateView } from '../../template-view.ts'
import { callersOf, type Caller } from '../../wiring/callers.ts'
import {
  endpointEnd,
  endpointOwner,
  endpointPorts,
  endpointTypes,
  isAddress,
  mountEnds,
} from '../../wiring/data-endpoints.ts'
import { placeOf } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { blockedAtEntry, blockedAtExit, type End } from '../../wiring/traffic-path.ts'
import { together, type Cased } from '../../wiring/when.ts'
import { inCase, listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const source = 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html'

export const dataPaths: Check = {
  rules: [
    {
      code: 'CFS1403',
      level: 'warning',
      title: 'Security groups let services and functions reach the data that they are told of',
      help:
        'A service or function whose settings name the endpoint of a database, cache or file system will connect to it. Traffic that no ' +
        'ingress rule lets in is dropped without a word, and the connection times out. Allow the port from the security group of the caller.',
      source,
    },
    {
      code: 'CFS1404',
      level: 'warning',
      title: 'Security groups let services and functions out to the data that they are told of',
      help:
        'A security group with egress rules lets out only what they name; the connection to a database, cache or file system times out ' +
        'otherwise. Allow the port, or take the egress rules away.',
      source,
    },
  ],
  run(template, report) {
    judgeEach(resourcesOf(template, ...endpointTypes), template, (data) => {
      const callers = callersOf(data.id, (attribute) => isAddress(data.type, attribute), template)
      const owner = callers.length === 0 ? undefined : endpointOwner(data, template)
      if (owner === undefined) return
      const end = endpointEnd(owner, template)
      for (const { port, place } of endpointPorts(owner))
        for (const caller of callers)
          for (const problem of problemsOn(caller, { id: data.id, end, port, cases: [place] }, template))
            report(problem)
    })
    judgeEach(resourcesOf(template, 'AWS::EFS::FileSystem'), template, (system) => {
      const callers = callersOf(system.id, (attribute) => attribute === undefined, template)
      const [end] = callers.length === 0 ? [] : mountEnds(system, template)
      if (end === undefined) return
      const data = { id: system.id, end, port: 2049, cases: [placeOf(system)] }
      for (const caller of callers) for (const problem of problemsOn(caller, data, template)) report(problem)
    })
  },
}

interface Data {
  readonly id: string
  readonly end: End
  readonly port: number
  readonly cases: readonly Cased[]
}

function* problemsOn(caller: Caller, data: Data, template: TemplateView): Generator<Problem> {
  const { port, end, id } = data
  const ports = { from: port, to: port }
  const cases = { when: [caller, ...data.cases], template }
  const sentence = `"${caller.id}" connects to "${id}" at port ${port}`
  const suffix = inCase(together(cases.when) ?? new Map())
  const entry = blockedAtEntry(caller.end, end, ports, cases)
  if (entry !== undefined) {
    const from = caller.end.isKnown ? ` from ${idsOf(caller.end)}` : ''
    yield {
      path: ['Resources', entry.id],
      message: `${sentence}, security group ${idsOf(end)} does not let it in${from}${suffix}`,
      hint: `Add an ingress rule to "${entry.id}": tcp, port ${port}${from}`,
    }
  }
  const exit = blockedAtExit(caller.end, end, ports, cases)
  if (exit !== undefined)
    yield {
      code: 'CFS1404',
      path: ['Resources', exit.id],
      message: `${sentence}, security group ${idsOf(caller.end)} does not let it out${suffix}`,
      hint: `Add an egress rule to "${exit.id}": tcp, port ${port}`,
    }
}

function idsOf({ groups }: End): string {
  return listed(groups.map(({ resource }) => resource.id))
}
