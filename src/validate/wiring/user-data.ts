import { isObject } from '../json.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { launchesOf } from './launch-templates.ts'
import { elsewhere, placeOf, read, type Place } from './place.ts'
import { targetOf } from './target.ts'
import { textParts, type TextPart } from './text-parts.ts'

/**
 * The user data that a group's instances, or an instance, start with: where it is written, `elsewhere` when its launch template or
 * configuration is, nothing when there is none.
 */
export function userDataOf(starter: ResourceView, template: TemplateView): readonly Place[] {
  const own = read(placeOf(starter), 'Properties', 'UserData')
  const given = own.filter(({ value }) => value !== undefined)
  if (given.length > 0) return own.length === given.length ? given : [...given, unknownIn(starter)]
  const launches = launchesOf(starter, template)
  const configurations = read(placeOf(starter), 'Properties', 'LaunchConfigurationName').flatMap((place) => {
    const target = targetOf(place, template)
    return target?.resource.type === 'AWS::AutoScaling::LaunchConfiguration' ? [target.resource] : []
  })
  const found = [
    ...launches.flatMap(({ launchTemplate }) =>
      read(placeOf(launchTemplate), 'Properties', 'LaunchTemplateData', 'UserData'),
    ),
    ...configurations.flatMap((one) => read(placeOf(one), 'Properties', 'UserData')),
  ]
  return found.length > 0 ? found : startsFromElsewhere(starter) ? [unknownIn(starter)] : own
}

function startsFromElsewhere({ json, type }: ResourceView): boolean {
  const properties = isObject(json['Properties']) ? json['Properties'] : {}
  return type !== 'AWS::EC2::Instance' || 'LaunchTemplate' in properties
}

function unknownIn(starter: ResourceView): Place {
  return { ...placeOf(starter), value: elsewhere }
}

/** The text of user data, in pieces: out of `Fn::Base64`, or decoded when it is written in base64. */
export function userDataText(value: unknown): readonly TextPart[] {
  if (isObject(value) && 'Fn::Base64' in value) return textParts(value['Fn::Base64'])
  if (typeof value !== 'string') return [{ call: value }]
  const compact = value.replace(/\s+/g, '')
  const isBase64 = compact.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(compact)
  return textParts(isBase64 ? Buffer.from(compact, 'base64').toString('utf8') : value)
}
