import { getAttParts } from '../attributes.ts'
import type { IntrinsicUse } from '../intrinsic-uses.ts'
import { oncePerTemplate } from '../once-per-template.ts'
import { subParts, subVariables } from '../sub-variables.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { servicesOf, taskRunsOf, type TaskRun } from './ecs-service.ts'
import { networkModesOf } from './network-mode.ts'
import { placeOf, readItems } from './place.ts'
import { referrersTo } from './referrers.ts'
import { serviceEnds } from './service-ends.ts'
import { endOf, type End } from './traffic-path.ts'
import { together, type Cased, type When } from './when.ts'
import { whenAt } from './when-at.ts'

/** Something that is told where a resource is, and so talks to it. */
export interface Caller {
  readonly id: string
  readonly end: End
  readonly when: When
}

/** The services and functions that are given an attribute of a resource (or its id: `undefined`) in their settings. */
export function callersOf(
  id: string,
  wanted: (attribute: string | undefined) => boolean,
  template: TemplateView,
): readonly Caller[] {
  const found = new Map<string, Caller>()
  for (const use of referrersTo(id, template)) {
    if (use.path[0] !== 'Resources' || !attributesOf(id, use).some(wanted)) continue
    const user = template.resources.get(String(use.path[1]))
    const when = whenAt(use.path, template)
    for (const caller of user === undefined ? [] : callersBy(user, use, template)) {
      const all = together([caller, when])
      if (all !== undefined && !found.has(caller.id)) found.set(caller.id, { ...caller, when: all })
    }
  }
  return [...found.values()]
}

/** The attributes of a resource that a call reads; undefined for `Ref`. */
function attributesOf(id: string, { name, argument }: IntrinsicUse): readonly (string | undefined)[] {
  if (name === 'Fn::GetAtt') return [getAttParts(argument)?.attribute]
  if (name !== 'Fn::Sub') return [undefined]
  const variables = subVariables(subParts(argument)?.text ?? '')
  return variables.flatMap((variable) =>
    variable === id ? [undefined] : variable.startsWith(`${id}.`) ? [variable.slice(id.length + 1)] : [],
  )
}

function callersBy(
  user: ResourceView,
  { path }: IntrinsicUse,
  template: TemplateView,
): readonly (Caller & Cased)[] {
  if (user.type === 'AWS::Lambda::Function' && path[3] === 'Environment') {
    const from = placeOf(user)
    const groups = readItems(from, 'Properties', 'VpcConfig', 'SecurityGroupIds')
    return groups.length === 0 ? [] : [{ id: user.id, end: endOf(groups, template), when: from.when }]
  }
  if (user.type !== 'AWS::ECS::TaskDefinition') return []
  return (firstRuns(template).get(user) ?? []).flatMap((run) =>
    networkModesOf(run.service, template).flatMap((mode) =>
      serviceEnds(run.service, mode, template).flatMap((end) => {
        template.effort.spend(1)
        const when = together([run, mode])
        return when === undefined ? [] : [{ id: run.service.id, end, when }]
      }),
    ),
  )
}

/** The first run of each service of each task definition. */
const firstRuns = oncePerTemplate((template: TemplateView): ReadonlyMap<ResourceView, readonly TaskRun[]> => {
  const found = new Map<ResourceView, TaskRun[]>()
  for (const run of servicesOf(template).flatMap((service) => taskRunsOf(service, template))) {
    const known = found.get(run.task)
    if (known === undefined) found.set(run.task, [run])
    else if (known.at(-1)?.service !== run.service) known.push(run)
  }
  return found
})
