import { isObject } from '../json.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { launchesOf } from './launch-templates.ts'
import { elsewhere, placeOf, read, type Place } from './place.ts'
import { targetOf } from './target.ts'
import { together } from './when.ts'

/**
 * What an instance, or the instances of a group, start with: a property of its own, of its launch template or of its launch configuration.
 * `elsewhere` when these are, `undefined` when nothing gives it.
 */
export function launchedWith(
  starter: ResourceView,
  property: string,
  template: TemplateView,
): readonly Place[] {
  const own = read(placeOf(starter), 'Properties', property)
  const given = own.filter(({ value }) => value !== undefined)
  if (given.length > 0) return own.length === given.length ? given : [...given, unknownIn(starter)]
  const found = [
    ...launchesOf(starter, template).flatMap(({ launchTemplate, when }) =>
      read({ ...placeOf(launchTemplate), when }, 'Properties', 'LaunchTemplateData', property),
    ),
    ...configurationsOf(starter, template).flatMap((place) => read(place, 'Properties', property)),
  ]
  return found.length > 0 ? found : startsFromElsewhere(starter) ? [unknownIn(starter)] : own
}

function configurationsOf(starter: ResourceView, template: TemplateView): readonly Place[] {
  return read(placeOf(starter), 'Properties', 'LaunchConfigurationName').flatMap((place) => {
    const target = targetOf(place, template)
    if (target?.resource.type !== 'AWS::AutoScaling::LaunchConfiguration') return []
    const when = together([place, target])
    return when === undefined ? [] : [{ ...placeOf(target.resource), when }]
  })
}

function startsFromElsewhere({ json, type }: ResourceView): boolean {
  const properties = isObject(json['Properties']) ? json['Properties'] : {}
  return type !== 'AWS::EC2::Instance' || 'LaunchTemplate' in properties
}

function unknownIn(starter: ResourceView): Place {
  return { ...placeOf(starter), value: elsewhere }
}
