import type { Check, Problem } from '../../check.ts'
import type { ResourceView, TemplateView } from '../../template-view.ts'
import { numberIn } from '../../wiring/literal.ts'
import { placeOf, read, type Place } from '../../wiring/place.ts'
import { resourcesOf } from '../../wiring/resources-of.ts'
import { isSignalledByOthers, signallingOf } from '../../wiring/signals.ts'
import { userDataOf } from '../../wiring/user-data.ts'
import { canHappen } from '../../wiring/when.ts'
import { listed } from '../../wiring/words.ts'
import { judgeEach } from '../../wiring/judge-each.ts'

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html'

export const signals: Check = {
  rules: [
    {
      code: 'CFS1201',
      level: 'error',
      title: 'What waits for signals when it is made is sent some',
      help:
        'With a CreationPolicy, CloudFormation waits for signals of the instances and rolls back when they do not come in time. ' +
        'Call cfn-signal (or aws cloudformation signal-resource) at the end of the user data, with the logical id of what waits, ' +
        'or take the CreationPolicy away. It is a warning when a script outside of the template might signal.',
      source,
    },
    {
      code: 'CFS1202',
      level: 'error',
      title: 'What waits for signals when it is updated is sent some',
      help:
        'With WaitOnResourceSignals, every instance of a rolling update has to signal, or the update rolls back. ' +
        'Call cfn-signal (or aws cloudformation signal-resource) at the end of the user data, with the logical id of the group, or turn ' +
        'WaitOnResourceSignals off. It is a warning when a script outside of the template might signal.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatepolicy.html',
    },
    {
      code: 'CFS1203',
      level: 'error',
      title: 'Instances signal for the resource that waits',
      help:
        'A signal is for one resource by its logical id. When the user data names another, what waits never hears of it, and the ' +
        'stack rolls back after the timeout. Give --resource the logical id of the instance or group that has the policy.',
      source,
    },
  ],
  run(template, report) {
    const starters = resourcesOf(template, 'AWS::AutoScaling::AutoScalingGroup', 'AWS::EC2::Instance')
    judgeEach(starters, template, (starter) => {
      const problems = waitsOf(starter).flatMap((wait) => [...problemsWith(wait, starter, template)])
      // A wrong name is wrong once, however much waits for it.
      const first = new Map(problems.toReversed().map((problem) => [problem.path.join('.'), problem]))
      for (const problem of problems) if (first.get(problem.path.join('.')) === problem) report(problem)
    })
  },
}

interface Wait {
  readonly place: Place
  readonly code: string
  readonly name: string
}

function waitsOf(starter: ResourceView): readonly Wait[] {
  const from = placeOf(starter)
  const creation = read(from, 'CreationPolicy', 'ResourceSignal').filter(
    (place) =>
      typeof place.value === 'object' && read(place, 'Count').every(({ value }) => numberIn(value) !== 0),
  )
  const updates = read(from, 'UpdatePolicy', 'AutoScalingRollingUpdate', 'WaitOnResourceSignals').filter(
    ({ value }) => String(value) === 'true',
  )
  return [
    ...creation.map((place) => ({ place, code: 'CFS1201', name: 'CreationPolicy' })),
    ...updates.map((place) => ({ place, code: 'CFS1202', name: 'WaitOnResourceSignals' })),
  ]
}

function* problemsWith(wait: Wait, starter: ResourceView, template: TemplateView): Generator<Problem> {
  const { place, name, code } = wait
  const { id } = starter
  for (const userData of userDataOf(starter, template)) {
    if (!canHappen(template, [place, userData])) continue
    const found =
      userData.value === undefined
        ? ({ kind: 'never', certain: false } as const)
        : signallingOf(userData.value, id, template)
    const host = template.resources.get(String(userData.path[1]))
    if (found.kind === 'may' || isSignalledByOthers(id, host, template)) continue
    if (found.kind === 'others') {
      yield {
        code: 'CFS1203',
        path: userData.path,
        message: `"${id}" waits for signals by ${name}, its instances signal for ${listed(found.names)}`,
        hint: `Signal with --resource ${id}`,
      }
      continue
    }
    yield {
      code,
      path: place.path,
      message: `"${id}" waits for signals by ${name}, ${
        userData.value === undefined
          ? 'and has no user data that sends one'
          : 'nothing in its user data sends one'
      }`,
      hint: `Call cfn-signal --stack \${AWS::StackName} --resource ${id} --region \${AWS::Region} in the user data${
        host === undefined || host.id === id ? '' : ` of "${host.id}"`
      }`,
      ...(!found.certain && { level: 'warning' as const }),
    }
  }
}
