import { oncePerResource } from '../once-per-template.ts'
import type { ResourceView, TemplateView } from '../template-view.ts'
import { launchedWith } from './launched-with.ts'
import { elsewhere, placeOf, read, readItems, type Place } from './place.ts'
import { targetOf, type Target } from './target.ts'

/** The instance profile that instances start with; a place without value when there is none. */
export interface Profile {
  readonly place: Place
  /** The roles in it, where it is of this template. */
  readonly roles: readonly Target[]
}

/** The instance profiles of an instance or of the instances of a group. */
export const profilesOf = oncePerResource(
  (starter: ResourceView, template: TemplateView): readonly Profile[] => {
    return launchedWith(starter, 'IamInstanceProfile', template)
      .flatMap(namesOrArns)
      .map((place) => {
        const profile = targetOf(place, template)
        if (profile?.resource.type !== 'AWS::IAM::InstanceProfile') return { place, roles: [] }
        const roles = readItems({ ...placeOf(profile.resource), when: profile.when }, 'Properties', 'Roles')
        return {
          place,
          roles: roles.flatMap((role) => {
            const target = targetOf(role, template)
            return target?.resource.type === 'AWS::IAM::Role' ? [target] : []
          }),
        }
      })
  },
)

/** Instances and launch configurations take a name, launch templates `{ Arn }` or `{ Name }`. */
function namesOrArns(place: Place): readonly Place[] {
  const { value } = place
  const isPlain = typeof value === 'object' && value !== null && ('Arn' in value || 'Name' in value)
  if (!isPlain) return [value === null ? { ...place, value: elsewhere } : place]
  return [...read(place, 'Arn'), ...read(place, 'Name')].filter((one) => one.value !== undefined)
}
