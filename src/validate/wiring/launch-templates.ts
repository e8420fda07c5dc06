import { oncePerResource, oncePerTemplate } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { equalityKey, textIn } from './literal.ts'
import { placeOf, read, readItems, type Place } from './place.ts'
import { resourcesOf } from './resources-of.ts'
import { targetOf } from './target.ts'
import { together, type When } from './when.ts'

/** A launch template of this template that starts a group's instances, or an instance. */
export interface Launch {
  readonly launchTemplate: ResourceView
  /** `{ LaunchTemplateId, Version }` of what starts them. */
  readonly specification: Place
  /** Whether it stands for one kind of instance only, in the overrides of a mixed group. */
  readonly isOverride: boolean
  readonly when: When
}

const ofGroups = ['LaunchTemplate'] as const
const ofMixedGroups = ['MixedInstancesPolicy', 'LaunchTemplate', 'LaunchTemplateSpecification'] as const

/** The launch templates that a group or instance names, and that are in this template. */
export const launchesOf = oncePerResource(
  (starter: ResourceView, template: TemplateView): readonly Launch[] => {
    const from = placeOf(starter)
    const overrides = readItems(from, 'Properties', 'MixedInstancesPolicy', 'LaunchTemplate', 'Overrides')
    return [
      ...[ofGroups, ofMixedGroups].flatMap((steps) =>
        launches(read(from, 'Properties', ...steps), false, template),
      ),
      ...launches(
        overrides.flatMap((item) => read(item, 'LaunchTemplateSpecification')),
        true,
        template,
      ),
    ]
  },
)

function launches(places: readonly Place[], isOverride: boolean, template: TemplateView): readonly Launch[] {
  return places.flatMap((specification): readonly Launch[] => {
    const byId = read(specification, 'LaunchTemplateId').flatMap((place) => {
      const target = targetOf(place, template)
      return target?.resource.type === 'AWS::EC2::LaunchTemplate' ? [target] : []
    })
    const byName = read(specification, 'LaunchTemplateName').flatMap((name) => named(name, template))
    return [...byId, ...byName].map(({ resource, when }) => ({
      launchTemplate: resource,
      specification,
      isOverride,
      when,
    }))
  })
}

function named(name: Place, template: TemplateView): readonly { resource: ResourceView; when: When }[] {
  const key = equalityKey(name.value)
  const same = key === undefined ? [] : (byName(template).get(key) ?? [])
  return same.flatMap(({ resource, place }) => {
    const when = together([name, place])
    return when === undefined ? [] : [{ resource, when }]
  })
}

interface Named {
  readonly resource: ResourceView
  readonly place: Place
}

/** The launch templates that bear each name, each once. */
const byName = oncePerTemplate((template: TemplateView): ReadonlyMap<string, readonly Named[]> => {
  const found = new Map<string, Named[]>()
  for (const resource of resourcesOf(template, 'AWS::EC2::LaunchTemplate')) {
    for (const place of read(placeOf(resource), 'Properties', 'LaunchTemplateName')) {
      const key = equalityKey(place.value)
      const same = key === undefined ? undefined : found.get(key)
      if (key !== undefined && same === undefined) found.set(key, [{ resource, place }])
      else if (same?.at(-1)?.resource !== resource) same?.push({ resource, place })
    }
  }
  return found
})

/** Whether a version stays the same when the launch template changes, in words; undefined when it follows, or is not known. */
export function fixedVersion(version: unknown, template: TemplateView): string | undefined {
  const text = textIn(version)
  if (text !== undefined) return /^(\$Latest|\$Default|\d+)$/.test(text) ? `version ${text}` : undefined
  const target = targetOf({ value: version, path: [], when: new Map() }, template)
  return target?.attribute === 'DefaultVersionNumber' ? 'its default version' : undefined
}
